import pytest

from app.engine.jobs.model import Salary
from tests.engine.jobs.posting import read


def pay(text: str) -> tuple[int | float | None, int | float | None, str | None, str | None] | None:
    salary: Salary | None = read(f"Requirements: SQL\n{text}").salary
    return None if salary is None else (salary.min, salary.max, salary.currency, salary.period)


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("Salary: $80-100k.", 80_000, 100_000, "USD", "year"),
        ("Salary: 80-100k", 80_000, 100_000, None, None),
        ("Salary: $80,000 - $100,000 per year", 80_000, 100_000, "USD", "year"),
        ("Pay range: $45/hr - $52/hr", 45, 52, "USD", "hour"),
        ("Compensation: $25-35 hourly", 25, 35, "USD", "hour"),
        ("Gehalt: 55.000 - 70.000 € jährlich", 55_000, 70_000, "EUR", "year"),
        ("Salaire : 40-50k€", 40_000, 50_000, "EUR", "year"),
        ("Salary: £40k – £55k", 40_000, 55_000, "GBP", "year"),
        ("Salary: CHF 100'000 - 120'000", 100_000, 120_000, "CHF", "year"),
        ("Salary: EUR 90.000~130.000", 90_000, 130_000, "EUR", "year"),
        ("CTC: 12-18 LPA", 1_200_000, 1_800_000, "INR", "year"),
        ("CTC: 3 - 5 lakhs per annum", 300_000, 500_000, "INR", "year"),
        ("Salary: ₹12,00,000 - ₹18,00,000", 1_200_000, 1_800_000, "INR", "year"),
        ("Salary: $1500USD ~ $3000USD / month", 1_500, 3_000, "USD", "month"),
        ("Salary: up to $120k", None, 120_000, "USD", "year"),
        ("Salary: from €60,000", 60_000, None, "EUR", "year"),
        ("Salary: $90,000", 90_000, 90_000, "USD", "year"),
        ("Salary: $100k - $80k", 80_000, 100_000, "USD", "year"),
        ("We pay 140,000 USD a year.", 140_000, 140_000, "USD", "year"),
        ("The pay is £13.40 an hour.", 13.4, 13.4, "GBP", "hour"),
        ("Hourly rate: $31.85 - $39.20", 31.85, 39.2, "USD", "hour"),
        ("Monthly base: S$9,000 to S$12,500", 9_000, 12_500, "SGD", "month"),
        ("Rate: €640 – €720 per day", 640, 720, "EUR", "day"),
        ("Tagessatz: 650 €", 650, 650, "EUR", "day"),
        ("TJM : 500 à 600 €", 500, 600, "EUR", "day"),
        ("15,50 € pro Stunde und freie Getränke", 15.5, 15.5, "EUR", "hour"),
        ("Rémunération : entre 42 000 € et 50 000 € brut annuel", 42_000, 50_000, "EUR", "year"),
        ("Salaire : 2 400 € brut par mois sur 13 mois", 2_400, 2_400, "EUR", "month"),
        ("Grade 6: £33,951 to £40,588 p.a.", 33_951, 40_588, "GBP", "year"),
        ("Pay ........ $38/hour, and a housing stipend of $3,000", 38, 38, "USD", "hour"),
        ("| Salary | £32,000 – £38,000 |", 32_000, 38_000, "GBP", "year"),
        ("Salary | £600 per week", 600, 600, "GBP", "week"),
        ("Salary: £2,150 pcm", 2_150, 2_150, "GBP", "month"),
        ("Leeds | Permanent | £31k – £35k DOE", 31_000, 35_000, "GBP", "year"),
        ("N180,000 – N230,000 net per month, 13th month.", 180_000, 230_000, "NGN", "month"),
        ("Pay: R$ 16.000 – R$ 21.000 per month", 16_000, 21_000, "BRL", "month"),
        ("Salary: R45 000 - R60 000 per month CTC", 45_000, 60_000, "ZAR", "month"),
        ("Salary: AED 18,000 – 24,000 per month, tax free", 18_000, 24_000, "AED", "month"),
        ("Wynagrodzenie: 18 000 - 24 000 PLN brutto", 18_000, 24_000, "PLN", "month"),
        ("Retribuzione: RAL 35.000 - 42.000 €", 35_000, 42_000, "EUR", "year"),
        ("Salario: 30.000 € brutos anuales", 30_000, 30_000, "EUR", "year"),
        ("Salary: £40,000+", 40_000, None, "GBP", "year"),
        ("CTC: 18-26 Lacs P.A.", 1_800_000, 2_600_000, "INR", "year"),
        ("CTC: INR 18L - 26L", 1_800_000, 2_600_000, "INR", "year"),
        ("Salary: Rs. 25,000/- per month", 25_000, 25_000, "INR", "month"),
        ("Salary: KSh 180,000/= to 240,000/= per month", 180_000, 240_000, "KES", "month"),
        ("Salary: R640k - R720k per annum", 640_000, 720_000, "ZAR", "year"),
        ("Rate: up to 600 GBP/day", None, 600, "GBP", "day"),
        ("Salary: £42k + bonus + benefits", 42_000, 42_000, "GBP", "year"),
        ("The salary is £27,931 rising to £30,151.", 27_931, 30_151, "GBP", "year"),
        ("Salary: 18,000 zł gross or 120 zł/h net", 18_000, 18_000, "PLN", "month"),
        ("Salary: ¥6.5M - ¥9M", 6_500_000, 9_000_000, "JPY", "year"),
        ("Rémunération : 45/55 K€", 45_000, 55_000, "EUR", "year"),
        ("Lohn: CHF 95'000.– bis 110'000.–", 95_000, 110_000, "CHF", "year"),
        ("Salary: ¥6,000,000 - ¥9,000,000 per year", 6_000_000, 9_000_000, "JPY", "year"),
    ],
)
def test_pay_is_read_in_every_notation(
    text: str,
    low: float | None,
    high: float | None,
    currency: str | None,
    period: str | None,
) -> None:
    assert pay(text) == (low, high, currency, period)


def test_pay_has_its_line_and_the_words_that_say_it() -> None:
    salary = read("Requirements: SQL\nThe salary is between £30,000 and £36,000 a year.").salary

    assert salary is not None
    (source,) = salary.sources
    assert source.lines == (2,)
    assert source.quote[slice(*source.span or (0, 0))] == "between £30,000 and £36,000"


def test_whole_amounts_are_integers() -> None:
    salary = read("Salary: £13.40 - £14.00 an hour").salary

    assert salary is not None
    assert (salary.min, salary.max) == (13.4, 14)
    assert isinstance(salary.max, int)


@pytest.mark.parametrize(
    "text",
    [
        "Competitive salary and a 401k match",
        "We raised $20M last year.",
        "A revenue of €1B",
        "We pay attention to every $1 of our customers.",
        "Get up to €500 in referral bonuses!",
        "Learning budget of $2,000 per year",
        "Salary range not mentioned.",
        "You handle budgets of $50,000 - $100,000.",
        "We have 10,000 employees in 2026.",
        "Deals are between $8,000 and $40,000 a year.",
        "There is a room above the shop if you want it, at €90 a week.",
        "An allowance for health insurance of R$ 900 a month",
        "Salary: Competitive, plus 12% super",
        "Salary: Grade 5",
        "We sold 20,000 licences at $40 a month.",
        "We offer $1,000 a year to read with.",
        "You run 12,000 tests a day.",
    ],
)
def test_other_money_is_not_pay(text: str) -> None:
    assert pay(text) is None


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Earn $10,000 - $20,000 in your first months.\nSalary: $90,000", 90_000),
        ("OTE of $150,000 to $170,000 on a base salary of $75,000 to $85,000.", 75_000),
        ("The base salary is $75,000 to $85,000, with OTE of $150,000 to $170,000.", 75_000),
        ("Salary: £30k base, £60k OTE", 30_000),
        ("A salary of £28,000 plus a bonus of up to £5,000 a year.", 28_000),
    ],
)
def test_the_base_pay_rules_over_other_amounts(text: str, low: int) -> None:
    salary = read(text).salary

    assert salary is not None
    assert salary.min == low


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Location: Hobart, TAS\nSalary: $97,216 to $109,480", "AUD"),
        ("Salary: $97,216 to $109,480 plus 15.4% superannuation", "AUD"),
        ("Where\nToronto, ON\nCompensation\n$92,000–$108,000 + stock options", "CAD"),
        ("Location: Wellington\nSalary: $95,000", "NZD"),
        ("Location: Oslo\nSalary: 600 000 kr", "NOK"),
        ("Location: Lahore\nSalary: Rs. 150,000 per month", "PKR"),
        ("Salary: $95,000", "USD"),
        ("Location: Toronto, ON\nSalary: US$95,000", "USD"),
    ],
)
def test_the_country_says_whose_money_a_sign_is(text: str, currency: str) -> None:
    salary = read(text, "Clerk").salary

    assert salary is not None
    assert salary.currency == currency
