"""Words that tell what a line of a resume is: headings, titles, organisations, schools, languages.

All entries are folded (lower case, no accents), as :func:`app.engine.text.fold` gives them. They
cover English, French, German, Spanish, Italian, Portuguese and Dutch.
"""

from typing import Literal

SectionKind = Literal[
    "header", "summary", "experience", "projects", "education", "skills", "certifications",
    "courses", "languages", "contact", "volunteering", "references", "other",
]  # fmt: skip

HEADING_WORDS: dict[SectionKind, frozenset[str]] = {
    "experience": frozenset(
        "experience experiences employment work career internship internships job jobs positions"
        " appointments berufserfahrung berufspraxis praxiserfahrung werdegang berufstatigkeit"
        " praktika praktikum erfahrung erfahrungen emploi emplois stages stage experiencia"
        " experiencias esperienza esperienze experiencia emprego werkervaring ervaring"
        " trayectoria freelance freelancing roles".split()
    ),
    "projects": frozenset(
        "project projects projekte projekt projets projet proyectos proyecto progetti progetto"
        " projetos projeto projecten portfolio hackathons hackathon realisations".split()
    ),
    "education": frozenset(
        "education educational academics academic qualifications qualification degrees degree"
        " studies schooling ausbildung bildung bildungsweg studium schulbildung formation"
        " formations etudes diplomes scolarite educacion formacion estudios istruzione formazione"
        " educacao formacao opleiding opleidingen scholastic".split()
    ),
    "skills": frozenset(
        "skills skill skillset skillsets competencies competences competence competencias"
        " competenze technologies technology expertise proficiencies strengths tools toolbox"
        " toolkit stack kenntnisse fahigkeiten fertigkeiten kompetenzen edv-kenntnisse"
        " it-kenntnisse edv habilidades conocimientos aptitudes capacita conoscenze"
        " vaardigheden specialties specialities proficiency techstack programming software"
        " technical outils".split()
    ),
    "certifications": frozenset(
        "certifications certification certificates certificate certified licenses licences"
        " license credentials accreditations zertifikate zertifizierungen zertifikat"
        " weiterbildung weiterbildungen fortbildung fortbildungen certificaciones certificazioni"
        " certificacoes certificados certificats certificeringen".split()
    ),
    "courses": frozenset(
        "courses coursework course trainings training moocs mooc kurse cours cursos corsi".split()
    ),
    "languages": frozenset(
        "languages language sprachen sprachkenntnisse langues idiomas lingue linguas talen"
        " talenkennis".split()
    ),
    "summary": frozenset(
        "summary profile profil perfil profilo objective about overview introduction bio highlights"
        " resume zusammenfassung kurzprofil uber resumen sobre riassunto sintesi statement"
        " kurzbeschreibung objectif accueil presentation".split()
    ),
    "contact": frozenset(
        "contact contacts kontakt kontaktdaten contacto contatti contato personal-data"
        " personliche personalien coordonnees find social address".split()
    ),
    "volunteering": frozenset(
        "volunteer volunteering volunteerism voluntary community ehrenamt ehrenamtliches"
        " benevolat voluntariado volontariato vrijwilligerswerk extracurricular extracurriculars"
        " extra-curricular leadership activities committees".split()
    ),
    "references": frozenset(
        "references referees referenzen referencias referenze referencies refs".split()
    ),
    "other": frozenset(
        "publications publication papers patents awards award honors honours achievements"
        " achievement accomplishments scholarships grants interests hobbies interessen hobbys"
        " loisirs interets aficiones intereses interessi interesses memberships affiliations"
        " conferences talks presentations presentation research publikationen auszeichnungen"
        " veroffentlichungen publicaciones distinctions prix premios premi declaration positions"
        " miscellaneous additional divers sonstiges teaching press service services patents"
        " writing speaking events trivia passions philosophy life day most proud".split()
    ),
}
"""Core words by kind; a heading is made of core, modifying and joining words only."""

HEADING_PRIORITY: tuple[SectionKind, ...] = (
    "certifications", "languages", "projects", "volunteering", "education", "experience",
    "courses", "skills", "summary", "contact", "references", "other",
)  # fmt: skip
"""Which kind a heading is where its words are of several, unless the exact phrase is known."""

HEADING_MODIFIERS: frozenset[str] = frozenset(
    "professional relevant selected key core technical personal academic additional other main"
    " my major notable recent side open source open-source significant industry industrial"
    " practical soft hard computer it digital business general special areas area field fields"
    " history background record summary details information info data profile overview highlights"
    " knowledge tech set and & / + of the in de des du et la le les und der die das y e del"
    " involvement background selected publications work employment professionnelle"
    " professionnelles professionnel professionnels personnels personnel informatiques"
    " informatique techniques technique linguistiques beruflicher berufliche akademische"
    " akademischer schulische schulischer fachliche technische relevante weitere besondere"
    " laboral laborales profesional profesionales academica academicas tecnicas professionale"
    " professionali profissional profissionais academica principaux principales universitaires"
    " universitaire scolaire online frameworks languages databases programming tools"
    " interpersonal management leadership team a about me at glance qualifications objective"
    " experience working performed internships interests current previous past earlier research"
    " engineering software development writing positions responsibility held links social"
    " strengths abilities und & further vocational college university achievements | , -"
    " engagement activities contributions outils centres d'interet autres andere".split()
)

HEADING_PHRASES: dict[str, SectionKind] = {
    "professional summary": "summary", "career summary": "summary", "career objective": "summary",
    "career profile": "summary", "executive summary": "summary", "career highlights": "summary",
    "summary of qualifications": "summary", "qualifications summary": "summary",
    "professional profile": "summary", "profile summary": "summary", "about me": "summary",
    "personal statement": "summary", "personal profile": "summary", "uber mich": "summary",
    "a propos": "summary", "a propos de moi": "summary", "sobre mi": "summary",
    "sobre mim": "summary", "chi sono": "summary", "technical summary": "skills",
    "technical profile": "skills", "work history": "experience",
    "professional background": "experience", "work": "experience", "parcours": "experience",
    "parcours professionnel": "experience", "beruflicher werdegang": "experience",
    "historial laboral": "experience", "professional history": "experience",
    "vida laboral": "experience", "professional career": "experience",
    "positions held": "experience", "research experience": "experience",
    "teaching experience": "experience", "volunteer experience": "volunteering",
    "volunteer work": "volunteering", "leadership experience": "volunteering",
    "positions of responsibility": "volunteering", "position of responsibility": "volunteering",
    "academic background": "education", "academic history": "education",
    "academic profile": "education", "educational background": "education",
    "parcours academique": "education", "parcours scolaire": "education",
    "schulische ausbildung": "education", "academischer werdegang": "education",
    "akademischer werdegang": "education", "schulischer werdegang": "education",
    "beruflicher und akademischer werdegang": "experience", "academic projects": "projects",
    "academic experience": "education", "training": "courses", "trainings": "courses",
    "professional development": "courses", "relevant coursework": "courses",
    "open source": "projects", "open-source": "projects", "open source contributions": "projects",
    "things i have built": "projects", "programming languages": "skills", "languages and tools":
    "skills", "languages & tools": "skills", "languages and frameworks": "skills",
    "languages and technologies": "skills", "languages & technologies": "skills",
    "areas of expertise": "skills", "key qualifications": "skills", "it skills": "skills",
    "programming": "skills", "computer skills": "skills", "language skills": "languages",
    "competences linguistiques": "languages", "centres d'interet": "other", "languages": "languages",
    "kenntnisse und fahigkeiten": "skills", "personliche daten": "contact", "get in touch":
    "contact", "personal details": "contact", "personal information": "contact",
    "contact information": "contact", "contact details": "contact", "links": "contact",
    "personal data": "contact", "datos personales": "contact", "dati personali": "contact",
    "dados pessoais": "contact", "etat civil": "contact", "find me online": "contact",
    "curriculum vitae": "header", "curriculum vitæ": "header", "resume": "header", "cv":
    "header", "lebenslauf": "header", "research": "other", "research interests": "other",
    "honors and awards": "other", "interests": "other", "awards": "other", "achievements": "other",
    "extracurricular activities": "volunteering", "key achievements": "other", "experiencia":
    "experience", "strengths": "other", "technologies": "skills", "tools": "skills",
    "activities": "volunteering", "academic achievements": "other", "military service": "other",
    "professional qualifications": "certifications", "courses and certifications":
    "certifications", "skills summary": "skills", "summary of skills": "skills", "additional information":
    "other", "software": "skills", "stage": "experience", "academic qualifications": "education",
    "featured work": "projects", "selected work": "projects", "selected works": "projects",
    "campaigns": "projects", "case studies": "projects", "technical background": "skills",
    "leadership profile": "summary", "continuing education": "certifications", "say hello":
    "contact", "hello": "summary", "where i've worked": "experience", "where i have worked":
    "experience", "what i do": "summary", "toolbox": "skills", "get to know me": "summary",
    "program committees": "other", "community": "volunteering", "writing": "other",
    "honors & awards": "other", "awards and honors": "other", "professional memberships": "other",
}  # fmt: skip
"""Whole headings whose words alone would mislead."""

STACK_LABELS: frozenset[str] = frozenset(
    "technologies technology tech stack tools tools used tech stack technical stack environment"
    " technologies used technology used skills skills used built with languages frameworks"
    " platforms keywords stack technique technologien techniques tecnologias tecnologie"
    " technical environment environnement technique tech".split()
    + [
        "tech stack", "technology stack", "technical stack", "technologies used", "tools used",
        "technology used", "skills used", "built with", "technical environment", "stack technique",
        "environnement technique", "tech used", "tools and technologies", "tools & technologies",
        "technologies and tools", "key skills", "skills applied", "skills gained",
    ]
)  # fmt: skip
"""What stands before the list of technologies of a job or a project."""
