"""Degrees, fields and schools as they are worded."""

import pytest

from app.engine.dates import PartialDate

from .build import degrees_of


@pytest.mark.parametrize(
    ("text", "degree", "major", "institution"),
    [
        ("BSc in Computer Science\t2017 – 2021\nUniversity of Lagos",
         "BSc", "Computer Science", "University of Lagos"),
        ("University of Lagos\tLagos, Nigeria\nB.Sc. Computer Science\t2017 – 2021",
         "B.Sc.", "Computer Science", "University of Lagos"),
        ("Bachelor of Science, Informatik\t2017 – 2021\nHochschule Beispiel",
         "Bachelor of Science", "Informatik", "Hochschule Beispiel"),
        ("B.Tech (Computer Science), Anna University, Chennai, India\t2017 – 2021",
         "B.Tech", "Computer Science", "Anna University"),
        ("Stanford University, Stanford, CA\t2017 – 2021\nMaster of Science in Statistics",
         "Master of Science", "Statistics", "Stanford University"),
        ("PhD\tPrinceton University, Computer Science\tPrinceton, NJ\n2017 – 2021",
         "PhD", "Computer Science", "Princeton University"),
        ("University of California, Berkeley\t2017 – 2021\nBA in Economics; GPA: 3.7",
         "BA", "Economics", "University of California, Berkeley"),
        ("2017 – 2021\tMaster of Science in Statistics, MIT, Cambridge, MA, USA",
         "Master of Science", "Statistics", "MIT"),
        ("2017 – 2021\tBSc in History, Queens College,\nCity University of New York",
         "BSc", "History", "Queens College, City University of New York"),
        ("Master of Science in\nComputer Science\n2017 – 2021\nNew York University\tNew York",
         "Master of Science", "Computer Science", "New York University"),
        ("PhD\tPrinceton University, PhD in Statistics – Princeton, NJ\t2017 – 2021",
         "PhD", "Statistics", "Princeton University"),
        ("2017 – 2021\tLicence Informatique, Université de Grenoble",
         "Licence", "Informatique", "Université de Grenoble"),
        ("Grado en Ingeniería Informática\t2017 – 2021\nUniversidad Politécnica de Madrid",
         "Grado", "Ingeniería Informática", "Universidad Politécnica de Madrid"),
        ("Laurea triennale in Informatica\t2017 – 2021\nUniversità di Bologna",
         "Laurea triennale", "Informatica", "Università di Bologna"),
        ("2017 – 2021\tAbitur\nBeispielgymnasium Halle", "Abitur", None,
         "Beispielgymnasium Halle"),
        ("2017 – 2021\tBaccalauréat, Lycée du Parc", "Baccalauréat", None, "Lycée du Parc"),
        ("Example University of Lagos . . . . . . . . . . 2017 – 2021\nBSc in Statistics",
         "BSc", "Statistics", "Example University of Lagos"),
        ("Master of Computer Applications (MCA)\t2017 – 2021\nPune University",
         "Master of Computer Applications (MCA)", None, "Pune University"),
    ],
)  # fmt: skip
def test_degree_major_and_school_are_told_apart(
    text: str, degree: str, major: str | None, institution: str
) -> None:
    (found,) = degrees_of(text)

    assert (found.degree, found.major, found.institution) == (degree, major, institution)
    assert (found.start, found.end) == (PartialDate(2017), PartialDate(2021))


WORDINGS = """
BE (Mechanical), Example College of Engineering, 2016
    => BE | Mechanical | Example College of Engineering
HSC, Example Junior College, 2010, 82.4%
    => HSC | - | Example Junior College
Class XII (CBSE), Example Public School, 2014 – 91%
    => Class XII | - | Example Public School
HND Computing, Example Clyde College, 2014
    => HND | Computing | Example Clyde College
GCE 'O' Levels\tExample Girls' Secondary School\t2006
    => GCE 'O' Levels | - | Example Girls' Secondary School
BSc (Hons) Zoology (2:1)\tUniversity of Lagos, Lagos, Nigeria\t2016
    => BSc (Hons) | Zoology | University of Lagos
Licence de mathématiques, Université Exemple, 2011
    => Licence | mathématiques | Université Exemple
Licence Information et société\tUniversité Exemple, Annecy\t2011
    => Licence | Information et société | Université Exemple
BTS Services informatiques\tLycée Exemple, Limoges\t2012
    => BTS | Services informatiques | Lycée Exemple
Diplôme d'État d'infirmier\tInstitut Exemple\t2012
    => Diplôme d'État d'infirmier | - | Institut Exemple
Baccalauréat scientifique\tLycée Exemple\t2012
    => Baccalauréat scientifique | - | Lycée Exemple
Diplom-Informatiker (FH), Hochschule Beispiel, 2011
    => Diplom-Informatiker (FH) | - | Hochschule Beispiel
Ausbildung zum Koch\tBerufsschule Beispiel\t2014
    => Ausbildung zum Koch | - | Berufsschule Beispiel
Erstes Staatsexamen Rechtswissenschaften\tUniversität Beispiel\t2015
    => Erstes Staatsexamen | Rechtswissenschaften | Universität Beispiel
Inżynier, Automatyka i Robotyka\tPolitechnika Przykład\t2015
    => Inżynier | Automatyka i Robotyka | Politechnika Przykład
MBBS, Example Medical College, Karachi (2010)
    => MBBS | - | Example Medical College
Federal VET Diploma, Commercial Employee\tExample School of Ilanz\t2014
    => Federal VET Diploma | Commercial Employee | Example School of Ilanz
Executive MBA, Example Valley Academy, 2019
    => Executive MBA | - | Example Valley Academy
High School Diploma, Example High School, Salem, OR, 2008
    => High School Diploma | - | Example High School
Computer Science (B.Sc.) | TU Beispiel | 2015
    => B.Sc. | Computer Science | TU Beispiel
NVQ Level 3 in Plumbing\tExample College\t2012
    => NVQ Level 3 | Plumbing | Example College
Bachelor of Music in Performance, major in Conducting\tExample Conservatory\t2012
    => Bachelor of Music in Performance | Conducting | Example Conservatory
Master of Science in Informatik @Universität Beispiel\t2022
    => Master of Science | Informatik | Universität Beispiel
Department of Botany, University of Exampleton\tB.Sc (Second Class Upper) Botany\t2013
    => B.Sc | Botany | University of Exampleton
Example Apprenticeship & Training Committee, Wireman Apprenticeship\t2014
    => Wireman Apprenticeship | - | Example Apprenticeship & Training Committee
Diplom-Designerin (FH), Kommunikationsdesign\tHochschule Beispiel\t2008
    => Diplom-Designerin (FH) | Kommunikationsdesign | Hochschule Beispiel
Licencjat z filologii\tUniwersytet Przykładowy\t2013
    => Licencjat | filologii | Uniwersytet Przykładowy
Bachelor of Arts with Honours in Fine Art\tExample School of Art\t2012
    => Bachelor of Arts with Honours | Fine Art | Example School of Art
Doctor of Physical Therapy (DPT), Example University, 2017
    => Doctor of Physical Therapy (DPT) | - | Example University
Apprenticeship in Plumbing\tExample Plumbing Ltd\t2009
    => Apprenticeship | Plumbing | Example Plumbing Ltd
QQI Level 5 Certificate in Healthcare Support, Example College, 2016
    => QQI Level 5 Certificate | Healthcare Support | Example College
City & Guilds Level 2 Diploma in Carpentry, Example College, 2010
    => City & Guilds Level 2 Diploma | Carpentry | Example College
Inside Wireman Apprenticeship\tExample Training School\t2014
    => Inside Wireman Apprenticeship | - | Example Training School
B.A., Chemistry, Example University, Haifa, magna cum laude, 2013
    => B.A. | Chemistry | Example University
"""


@pytest.mark.parametrize("case", WORDINGS.replace("\n    => ", " => ").strip().splitlines())
def test_degrees_of_many_systems_are_read_as_printed(case: str) -> None:
    text, _, wanted = case.partition(" => ")
    for laid_out in (text, text.replace("\t", "\n")):
        (found,) = degrees_of(laid_out)

        said = [found.degree, found.major or "-", found.institution]
        assert " | ".join(map(str, said)) == wanted


def test_labels_before_the_values_are_no_part_of_them() -> None:
    (found,) = degrees_of(
        "Degree: Bachelor of Commerce\nCollege: St. Example's College, Mumbai\nYear: 2013"
    )

    assert (found.degree, found.institution) == ("Bachelor of Commerce", "St. Example's College")
    assert found.end == PartialDate(2013)
