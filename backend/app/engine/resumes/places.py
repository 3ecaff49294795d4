"""Countries and states: to know a location when one stands, and the region of a phone number."""

import re

from app.engine.text import fold

_COUNTRIES: dict[str, str] = {
    "US": "usa|united states|united states of america|u.s.a.|u.s.|us",
    "CA": "canada", "GB": "uk|united kingdom|england|scotland|wales|northern ireland|great britain",
    "IE": "ireland", "DE": "germany|deutschland|allemagne", "AT": "austria|osterreich",
    "CH": "switzerland|schweiz|suisse|svizzera", "FR": "france|frankreich", "BE": "belgium|belgique",
    "NL": "netherlands|the netherlands|nederland", "LU": "luxembourg", "ES": "spain|espana",
    "PT": "portugal", "IT": "italy|italia", "SE": "sweden|sverige", "NO": "norway|norge",
    "DK": "denmark|danmark", "FI": "finland|suomi", "PL": "poland|polska", "CZ": "czech republic"
    "|czechia", "SK": "slovakia", "HU": "hungary", "RO": "romania", "BG": "bulgaria", "GR": "greece",
    "HR": "croatia", "RS": "serbia", "UA": "ukraine", "RU": "russia", "TR": "turkey|turkiye",
    "IL": "israel", "AE": "united arab emirates|uae|dubai", "SA": "saudi arabia", "QA": "qatar",
    "EG": "egypt", "MA": "morocco|maroc", "TN": "tunisia|tunisie", "NG": "nigeria", "KE": "kenya",
    "GH": "ghana", "ZA": "south africa", "IN": "india|bharat", "PK": "pakistan",
    "BD": "bangladesh", "LK": "sri lanka", "NP": "nepal", "CN": "china", "HK": "hong kong",
    "TW": "taiwan", "JP": "japan", "KR": "south korea|republic of korea|korea|s.korea|s. korea",
    "VN": "vietnam|viet nam", "TH": "thailand", "MY": "malaysia", "SG": "singapore",
    "ID": "indonesia", "PH": "philippines", "AU": "australia", "NZ": "new zealand", "BR": "brazil"
    "|brasil", "AR": "argentina", "CL": "chile", "CO": "colombia", "PE": "peru", "MX": "mexico",
    "UY": "uruguay", "EC": "ecuador", "VE": "venezuela", "CR": "costa rica", "IS": "iceland",
    "EE": "estonia", "LV": "latvia", "LT": "lithuania", "SI": "slovenia",
}  # fmt: skip
COUNTRIES: dict[str, str] = {
    name: code for code, names in _COUNTRIES.items() for name in names.split("|")
}
"""Folded country name to its ISO 3166 code, which is also its phone region."""

_STATES: dict[str, str] = {
    "US": "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh"
    " nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc",
    "CA": "ab bc mb nb nl ns on pe qc sk yt",
    "AU": "nsw vic qld act",
}
_STATE_CODES: dict[str, str] = {
    code: region for region, codes in _STATES.items() for code in codes.split()
}
_REGIONS: dict[str, str] = {
    name: code
    for code, names in {
        "US": "california|texas|new york|florida|washington|massachusetts|illinois|virginia|georgia"
        "|north carolina|new jersey|pennsylvania|ohio|michigan|colorado|oregon|arizona|minnesota"
        "|maryland|utah|wisconsin|indiana|missouri|tennessee|connecticut|iowa|kansas|nevada",
        "CA": "ontario|quebec|british columbia|alberta|manitoba|nova scotia",
        "IN": "karnataka|maharashtra|tamil nadu|telangana|kerala|gujarat|rajasthan|haryana|punjab"
        "|uttar pradesh|west bengal|andhra pradesh|madhya pradesh|odisha|bihar|uttarakhand|assam",
        "DE": "bayern|bavaria|hessen|sachsen|saxony|baden-wurttemberg|nordrhein-westfalen",
        "AU": "new south wales|victoria|queensland|western australia|south australia",
        "ES": "catalonia|cataluna|andalucia|galicia|pais vasco",
    }.items()
    for name in names.split("|")
}
"""Folded names of states and provinces to their country."""

_CITIES: dict[str, str] = {
    name: code
    for code, names in {
        "US": "new york city|nyc|san francisco|seattle|boston|chicago|los angeles|austin|houston"
        "|dallas|atlanta|denver|miami|philadelphia|san diego|san jose|palo alto|mountain view"
        "|sunnyvale|cupertino|menlo park|oakland|berkeley|pittsburgh|detroit|minneapolis|phoenix"
        "|brooklyn|redmond",
        "CA": "toronto|vancouver|montreal|ottawa|calgary|edmonton|waterloo|winnipeg|halifax",
        "GB": "london|manchester|edinburgh|glasgow|birmingham|leeds|bristol|liverpool|cardiff"
        "|belfast|sheffield|oxford|nottingham|newcastle|aberdeen",
        "IE": "dublin|cork|galway|limerick",
        "DE": "berlin|munich|munchen|hamburg|koln|cologne|frankfurt|stuttgart|dusseldorf|leipzig"
        "|dresden|hannover|nurnberg|bremen|dortmund|essen|karlsruhe|mannheim|bonn|heidelberg"
        "|darmstadt|aachen|halle|freiburg|ulm",
        "AT": "wien|vienna|graz|linz|salzburg|innsbruck",
        "CH": "zurich|geneva|geneve|genf|basel|bern|lausanne|lugano",
        "FR": "paris|lyon|toulouse|marseille|nantes|bordeaux|lille|nice|strasbourg|grenoble|rennes"
        "|montpellier|sophia antipolis",
        "BE": "brussels|bruxelles|antwerp|ghent|gent|leuven|liege",
        "NL": "amsterdam|rotterdam|utrecht|the hague|den haag|eindhoven|delft|groningen|leiden",
        "LU": "luxembourg city",
        "ES": "madrid|barcelona|valencia|sevilla|seville|bilbao|malaga|zaragoza",
        "PT": "lisbon|lisboa|porto|braga|coimbra",
        "IT": "rome|roma|milan|milano|turin|torino|bologna|florence|firenze|naples|napoli|padova",
        "SE": "stockholm|gothenburg|goteborg|malmo|uppsala|lund",
        "NO": "oslo|bergen|trondheim",
        "DK": "copenhagen|kobenhavn|aarhus",
        "FI": "helsinki|espoo|tampere",
        "PL": "warsaw|warszawa|krakow|wroclaw|gdansk|poznan|lodz",
        "CZ": "prague|praha|brno",
        "HU": "budapest",
        "RO": "bucharest|bucuresti|cluj|cluj-napoca|iasi|timisoara",
        "BG": "sofia|plovdiv",
        "GR": "athens|thessaloniki",
        "RS": "belgrade|beograd",
        "HR": "zagreb",
        "UA": "kyiv|kiev|lviv|kharkiv",
        "RU": "moscow|saint petersburg",
        "TR": "istanbul|ankara|izmir",
        "IL": "tel aviv|jerusalem|haifa",
        "AE": "dubai|abu dhabi",
        "SA": "riyadh|jeddah",
        "QA": "doha",
        "EG": "cairo",
        "MA": "casablanca|rabat",
        "TN": "tunis",
        "NG": "lagos|abuja|ibadan",
        "KE": "nairobi",
        "GH": "accra|kumasi",
        "ZA": "cape town|johannesburg|pretoria|durban",
        "IN": "bangalore|bengaluru|hyderabad|chennai|pune|mumbai|kolkata|noida|gurgaon|gurugram"
        "|ahmedabad|jaipur|lucknow|kochi|coimbatore|indore|chandigarh|delhi|new delhi|nagpur"
        "|bhubaneswar|trivandrum|thiruvananthapuram|mysore|mysuru|vadodara|surat|bhopal",
        "PK": "karachi|lahore|islamabad",
        "BD": "dhaka",
        "LK": "colombo",
        "NP": "kathmandu",
        "CN": "beijing|shanghai|shenzhen|guangzhou|hangzhou",
        "TW": "taipei",
        "JP": "tokyo|osaka|kyoto",
        "KR": "seoul|busan|pohang|daejeon",
        "VN": "hanoi|ha noi|ho chi minh city|hcmc|da nang",
        "TH": "bangkok",
        "MY": "kuala lumpur|penang",
        "ID": "jakarta|bandung",
        "PH": "manila|makati|cebu",
        "AU": "sydney|melbourne|brisbane|perth|adelaide|canberra",
        "NZ": "auckland|wellington|christchurch|hamilton|dunedin",
        "BR": "sao paulo|rio de janeiro|belo horizonte|curitiba|porto alegre|recife",
        "AR": "buenos aires|cordoba",
        "CL": "santiago",
        "CO": "bogota|medellin|cali",
        "PE": "lima",
        "MX": "mexico city|guadalajara|monterrey",
    }.items()
    for name in names.split("|")
}
"""Folded names of large cities to their country."""

ARRANGEMENTS: frozenset[str] = frozenset(
    {"remote", "hybrid", "onsite", "on-site", "on site", "homeoffice", "home office", "teletravail"}
)

_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|\d{4,6}(?:-\d{3,4})?)\b")
_PLACE_WORDS = re.compile(r"[^\W\d_][\w.'’\- ]*$")


def region_of(place: str) -> str | None:
    """The country code that the last telling part of ``place`` names, or None."""
    return next((code for part in reversed(_parts(place)) if (code := _code_of(part))), None)


def is_place(text: str) -> bool:
    """Whether ``text`` reads as a location and nothing else.

    ``City``, ``City, State`` and ``District, City, Country`` do; ``Some Name, City`` does not,
    since the name may be a company: then it is for the reader of the line to tell them apart.
    """
    text = text.strip(" ()[]")
    if fold(text) in ARRANGEMENTS:
        return True
    parts = _parts(text)
    if not parts or len(parts) > 4 or len(text) > 60:
        return False
    if not all(_PLACE_WORDS.match(part) and len(part.split()) <= 4 for part in parts):
        return False
    last = parts[-1]
    if len(parts) == 1:
        return len(last) > 3 and (fold(last) in COUNTRIES or fold(last) in _CITIES)
    if fold(last) in _CITIES and fold(last) not in COUNTRIES and fold(last) not in _REGIONS:
        return False
    return _code_of(last) is not None


def is_city(text: str) -> bool:
    """Whether ``text`` is the name of a known large city."""
    return fold(text) in _CITIES


def _parts(place: str) -> list[str]:
    parts = [part.strip(" .()") for part in _POSTCODE.sub("", place).split(",")]
    return [part for part in parts if part]


def _code_of(part: str) -> str | None:
    known = fold(part)
    if part.isupper() and known in _STATE_CODES and len(part) <= 3:
        return _STATE_CODES[known]
    if known in COUNTRIES and (len(known) > 2 or part.isupper()):
        return COUNTRIES[known]
    return _REGIONS.get(known) or _CITIES.get(known)
