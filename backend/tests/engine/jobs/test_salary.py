import pytest

from tests.engine.jobs.posting import read


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("Salary: $80-100k.", 80_000, 100_000, "USD", None),
        ("Salary: 80-100k", 80_000, 100_000, None, None),
        ("Salary: $80,000 - $100,000 per year", 80_000, 100_000, "USD", "year"),
        ("Pay range: $45/hr - $52/hr", 45, 52, "USD", "hour"),
        ("Compensation: $25-35 hourly", 25, 35, "USD", "hour"),
        ("Gehalt: 55.000 - 70.000 € jährlich", 55_000, 70_000, "EUR", "year"),
        ("Salaire : 40-50k€", 40_000, 50_000, "EUR", None),
        ("Salary: £40k – £55k", 40_000, 55_000, "GBP", None),
        ("Salary: CHF 100'000 - 120'000", 100_000, 120_000, "CHF", None),
        ("Salary: EUR 90.000~130.000", 90_000, 130_000, "EUR", None),
        ("CTC: 12-18 LPA", 1_200_000, 1_800_000, "INR", "year"),
        ("CTC: 3 - 5 lakhs per annum", 300_000, 500_000, "INR", "year"),
        ("Salary: ₹12,00,000 - ₹18,00,000", 1_200_000, 1_800_000, "INR", None),
        ("Salary: $1500USD ~ $3000USD / month", 1_500, 3_000, "USD", "month"),
        ("Salary: up to $120k", None, 120_000, "USD", None),
        ("Salary: from €60,000", 60_000, None, "EUR", None),
        ("Salary: $90,000", 90_000, 90_000, "USD", None),
        ("Salary: $100k - $80k", 80_000, 100_000, "USD", None),
        ("We pay 140,000 USD a year.", 140_000, 140_000, "USD", "year"),
    ],
)
def test_pay_is_read_in_whole_units(
    text: str, low: int | None, high: int | None, currency: str | None, period: str | None
) -> None:
    salary = read(f"Requirements: SQL\n{text}").salary

    assert salary is not None
    assert (salary.min, salary.max, salary.currency, salary.period) == (low, high, currency, period)
    assert salary.sources[0].lines == (2,)


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
    ],
)
def test_other_money_is_not_pay(text: str) -> None:
    assert read(f"Requirements: SQL\n{text}").salary is None


def test_labelled_pay_rules_over_an_amount_before_it() -> None:
    text = "Earn $10,000 - $20,000 in your first months.\nSalary: $90,000"

    salary = read(text).salary

    assert salary is not None
    assert salary.min == 90_000
