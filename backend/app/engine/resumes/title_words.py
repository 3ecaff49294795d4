"""Words that tell a role from a company, a school from a degree, and a job from an internship.

All entries are folded (lower case, no accents). They cover English, French, German, Spanish,
Italian, Portuguese and Dutch.
"""

ROLE_WORDS: frozenset[str] = frozenset(
    "nurse electrician engineer developer programmer analyst manager architect consultant designer administrator"
    " admin specialist scientist researcher intern internship trainee apprentice lead leader head"
    " director officer president vp svp evp avp ceo cto cfo coo cio ciso founder co-founder"
    " cofounder owner partner associate assistant coordinator supervisor executive technician tester"
    " advisor adviser advocate evangelist instructor lecturer professor teacher tutor fellow"
    " postdoc mentor representative agent clerk accountant auditor nurse physician editor writer"
    " author journalist producer strategist planner buyer recruiter operator mechanic electrician"
    " secretary receptionist cashier driver chef cook waiter waitress barista sales marketer"
    " freelancer contractor sde sre swe sdet dba devops qa staff principal principle maintainer"
    " contributor strategist translator interpreter photographer animator moderator translator"
    " volunteer ambassador chairman chair treasurer captain coach trainer dean chief member"
    " librarian pharmacist lawyer attorney paralegal counsel economist statistician physicist"
    " mathematician biologist chemist geologist surveyor draftsman estimator foreman inspector"
    " handler stylist copywriter blogger artist musician actor builder webmaster hacker scrum"
    " entwickler entwicklerin softwareentwickler softwareentwicklerin webentwickler informatiker"
    " ingenieur ingenieurin berater beraterin leiter leiterin praktikant praktikantin werkstudent"
    " werkstudentin mitarbeiter mitarbeiterin projektleiter teamleiter geschaftsfuhrer"
    " auszubildender auszubildende fachinformatiker systemadministrator sachbearbeiter referent"
    " tutorin hilfskraft assistentin abteilungsleiter kaufmann kauffrau techniker trainerin"
    " ingenieure developpeur developpeuse stagiaire alternant alternante apprenti apprentie"
    " chercheur chercheuse doctorant doctorante enseignant enseignante professeur consultante"
    " directeur directrice chef cheffe administrateur analyste technicien technicienne"
    " concepteur conceptrice vendeur vendeuse gestionnaire assistante responsable architecte"
    " ingeniero ingeniera desarrollador desarrolladora programador programadora analista becario"
    " becaria consultor consultora director directora gerente jefe jefa profesor profesora tecnico"
    " administrador practicante investigador coordinador coordinadora docente disenador"
    " ingegnere sviluppatore sviluppatrice programmatore tirocinante stagista responsabile"
    " ricercatore consulente direttore impiegato tecnico progettista"
    " engenheiro engenheira desenvolvedor desenvolvedora estagiario estagiaria coordenador"
    " coordenadora diretor pesquisador professora"
    " ontwikkelaar ingenieur stagiair medewerker adviseur beheerder".split()
)

TRAINING_WORDS: frozenset[str] = frozenset(
    "intern interns internship internships co-op coop placement apprentice apprenticeship trainee"
    " werkstudent werkstudentin praktikant praktikantin praktikum praktika pflichtpraktikum"
    " stagiaire stage alternant alternante alternance apprenti apprentie becario becaria"
    " practicante practicas pasante tirocinante tirocinio stagista estagiario estagiaria estagio"
    " stagiair industrial-training".split()
)
FREELANCE_WORDS: frozenset[str] = frozenset(
    "freelance freelancer freelancing self-employed selfemployed contractor freiberufler"
    " freiberuflich freiberuflicher selbststandig selbststandiger independant independante"
    " autonomo autonoma upwork fiverr toptal".split()
)

LEADING_WORDS: frozenset[str] = frozenset(
    "lead leader leading head director chief cto ceo coo cio cfo vp svp evp president supervisor"
    " teamlead teamleiter teamleiterin abteilungsleiter leiter leiterin geschaftsfuhrer directeur"
    " directrice responsable chef cheffe jefe jefa directora direttore responsabile diretor"
    " gerente captain foreman founder co-founder cofounder".split()
)
"""Title words that lead by themselves; "manager" leads unless it manages a thing."""

MANAGED_THINGS: frozenset[str] = frozenset(
    "product project program programme account accounts case content community social media"
    " office relationship client customer database data release sales marketing brand event"
    " events property portfolio network system systems inventory".split()
)

COMPANY_WORDS: frozenset[str] = frozenset(
    "inc incorporated llc llp ltd limited plc corp corporation co company companies gmbh ag kg se"
    " ug mbh sarl sas sasu sa spa srl snc bv nv ab as asa oy aps pvt pte pty lda ltda eirl group"
    " holding holdings labs lab laboratories laboratory technologies technology solutions systems"
    " software services consulting consultancy partners ventures capital bank banking insurance"
    " studio studios media agency institute university college school hospital clinic hopital ospedale clinique foundation trust"
    " society association enterprises industries international global networks ministry"
    " centre center startup start-up council committee team club federation gruppe"
    " groupe gruppo grupo universitat universite universidad universita universidade hochschule"
    " fraunhofer verein klinikum stiftung bank banque banco banca agence cabinet".split()
)

SCHOOL_WORDS: frozenset[str] = frozenset(
    "university universities universitat universitaet universite universidad universita universidade"
    " universiteit univ college institute institut instituto istituto institution school schule"
    " academy akademie academie academia polytechnic polytechnique politecnico politecnica"
    " polytech politechnika hochschule fachhochschule technische tu eth epfl ecole escuela escola"
    " scuola lycee liceo gymnasium realschule berufsschule berufskolleg gesamtschule vidyalaya"
    " vidyalayam faculty faculte fakultat facultad campus iit iiit nit bits mit ucla caltech usc"
    " conservatory seminary iut insa cnam kit rwth lmu tum hec vidya mandir matriculation"
    " universiti universitas uniwersytet univerzita yliopisto nust lums iim iisc kaist ntu nus"
    " cegep ksu uc cuny suny bootcamp".split()
)

DEGREE_WORDS: frozenset[str] = frozenset(
    "bachelor bachelors master masters doctor doctorate phd ph.d ph.d. bsc b.sc b.sc. msc m.sc"
    " m.sc. bs b.s b.s. ms m.s m.s. ba b.a b.a. ma m.a m.a. be b.e b.e. me m.e m.e. btech b.tech"
    " b.tech. mtech m.tech m.tech. bca b.c.a mca m.c.a bba mba m.b.a m.b.a. beng b.eng b.eng. meng"
    " m.eng m.eng. bcom b.com b.com. mcom m.com mphil m.phil dphil llb llm jd md associate"
    " associates diploma diplom diplome licence licenciatura licenciado licenciada laurea grado"
    " grau maestria mestrado magister ingenieur bacharelado tecnologo doctorat doctorado dottorato"
    " doutorado abitur baccalaureat bac bachillerato maturita matura hsc ssc cbse icse secondary"
    " intermediate matriculation gcse a-levels a-level ged dut bts but aas a.a.s degree"
    " ingeniero graduado undergraduate postgraduate graduate bachelorarbeit staatsexamen"
    " fachhochschulreife hochschulreife mittlere ausbildung bachiller ingenieria ingegneria"
    " engenharia hnd honours hons cursus sslc pgdm pgd puc xii x 12th 10th class".split()
)

NAME_PARTICLES: frozenset[str] = frozenset(
    "de da do dos das del della di la le van von der den ter ten zu zur bin binti ibn al el bint"
    " af av st ben dela y e und".split()
)

HUMAN_LANGUAGES: dict[str, str] = {
    word: name
    for name, words in {
        "English": "english englisch anglais ingles inglese engels",
        "French": "french franzosisch francais frances francese frans",
        "German": "german deutsch allemand aleman tedesco alemao duits",
        "Spanish": "spanish spanisch espagnol espanol castellano spagnolo espanhol spaans",
        "Italian": "italian italienisch italien italiano",
        "Portuguese": "portuguese portugiesisch portugais portugues portoghese",
        "Dutch": "dutch niederlandisch neerlandais holandes olandese nederlands",
        "Russian": "russian russisch russe ruso russo",
        "Polish": "polish polnisch polonais polaco polacco",
        "Ukrainian": "ukrainian ukrainisch ukrainien",
        "Czech": "czech tschechisch tcheque",
        "Romanian": "romanian rumanisch roumain",
        "Hungarian": "hungarian ungarisch hongrois",
        "Greek": "greek griechisch grec",
        "Turkish": "turkish turkisch turc turco",
        "Arabic": "arabic arabisch arabe arabo",
        "Hebrew": "hebrew hebraisch hebreu",
        "Persian": "persian farsi persisch",
        "Urdu": "urdu",
        "Hindi": "hindi",
        "Bengali": "bengali bangla",
        "Punjabi": "punjabi",
        "Gujarati": "gujarati",
        "Marathi": "marathi",
        "Tamil": "tamil",
        "Telugu": "telugu",
        "Kannada": "kannada",
        "Malayalam": "malayalam",
        "Sanskrit": "sanskrit",
        "Nepali": "nepali",
        "Sinhala": "sinhala",
        "Mandarin": "mandarin",
        "Chinese": "chinese chinesisch chinois chino cinese",
        "Cantonese": "cantonese",
        "Japanese": "japanese japanisch japonais japones giapponese",
        "Korean": "korean koreanisch coreen coreano",
        "Vietnamese": "vietnamese vietnamien",
        "Thai": "thai",
        "Indonesian": "indonesian",
        "Malay": "malay",
        "Filipino": "filipino tagalog",
        "Swedish": "swedish schwedisch suedois sueco",
        "Norwegian": "norwegian norwegisch norvegien",
        "Danish": "danish danisch danois",
        "Finnish": "finnish finnisch finnois",
        "Swahili": "swahili",
        "Yoruba": "yoruba",
        "Serbian": "serbian serbisch serbe",
        "Croatian": "croatian kroatisch croate",
        "Bulgarian": "bulgarian bulgarisch bulgare",
        "Catalan": "catalan catala",
        "Latin": "latin latein",
        **{
            name.title(): name
            for name in (
                "igbo hausa irish gaelic welsh basque galician valencian afrikaans zulu xhosa amharic"
                " somali slovak slovenian estonian latvian lithuanian icelandic georgian armenian"
                " azerbaijani kazakh uzbek mongolian khmer burmese lao pashto kurdish albanian"
                " macedonian bosnian maltese maori samoan hawaiian twi kinyarwanda shona odia oriya"
                " assamese konkani sindhi kashmiri bhojpuri maithili javanese yiddish esperanto"
            ).split()
        },
    }.items()
    for word in words.split()
}
"""Folded name of a human language in one of the languages read, to its English name."""
