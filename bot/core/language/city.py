"""City: the country of a town or a state that stands where a country is asked for.

A pack names countries and parts of the world, and people answer with the town. Many towns have namesakes, so the
country is only proposed. What is more than a town, or names one that is not here, says nothing.
"""

from bot.core.language.words import cut, keys

_TOWNS = {
    "united states": """
        new york|nyc|brooklyn|manhattan|los angeles|la|san francisco|sf|bay area|sf bay area
        silicon valley|palo alto|san jose|oakland|san diego|sacramento|seattle|portland|denver|boulder
        salt lake city|slc|utah|phoenix|scottsdale|tempe
        las vegas|austin|dallas|houston|san antonio|fort worth|texas|chicago|detroit|ann arbor|minneapolis|milwaukee
        st louis|kansas city|indianapolis|columbus|cleveland|cincinnati|pittsburgh|philadelphia|philly|baltimore
        washington dc|dc|richmond|raleigh|durham|charlotte|nashville|memphis|atlanta|miami|tampa|orlando|florida
        jacksonville|new orleans|boston|providence|hartford|new jersey|california|colorado|arizona|nevada|oregon
        illinois|ohio|michigan|minnesota|wisconsin|indiana|missouri|tennessee|north carolina|south carolina|virginia
        maryland|pennsylvania|massachusetts|connecticut|new england|west coast|east coast|midwest|omaha|boise|honolulu
        louisiana|alabama|kentucky|oklahoma|nebraska|iowa|kansas|arkansas|idaho|montana|wyoming|alaska|hawaii|vermont
        new hampshire|maine|delaware
        """,
    "canada": """
        toronto|vancouver|montreal|calgary|ottawa|edmonton|winnipeg|quebec|quebec city|waterloo ontario|ontario
        british columbia|alberta|halifax|nova scotia
        """,
    "united kingdom": """
        london|manchester|leeds|bristol|edinburgh|glasgow|liverpool|sheffield|cardiff|belfast|nottingham|england
        scotland|wales
        """,
    "germany": """
        berlin|munich|munchen|hamburg|cologne|koln|frankfurt|stuttgart|dusseldorf|leipzig|dresden|hannover|nuremberg
        nurnberg|karlsruhe|bavaria
        """,
    "france": "paris|lyon|marseille|toulouse|nantes|bordeaux|lille|nice",
    "netherlands": "amsterdam|rotterdam|utrecht|the hague|eindhoven",
    "spain": "madrid|barcelona|valencia|seville|malaga",
    "italy": "rome|milan|milano|turin|bologna|florence|naples",
    "portugal": "lisbon|porto",
    "ireland": "dublin|cork|galway",
    "sweden": "stockholm|gothenburg|malmo",
    "denmark": "copenhagen|aarhus",
    "norway": "oslo|bergen",
    "finland": "helsinki|tampere|espoo",
    "switzerland": "zurich|geneva|basel|bern|lausanne|zug",
    "austria": "vienna|wien|graz|linz|salzburg",
    "belgium": "brussels|antwerp|ghent",
    "poland": "warsaw|krakow|wroclaw|gdansk",
    "estonia": "tallinn|tartu",
    "latvia": "riga",
    "lithuania": "vilnius",
    "czech republic": "prague|brno",
    "greece": "athens",
    "hungary": "budapest",
    "romania": "bucharest|cluj",
    "israel": "tel aviv|jerusalem|haifa",
    "japan": "tokyo|osaka|kyoto",
    "south korea": "seoul",
    "india": "bangalore|bengaluru|mumbai|delhi|new delhi|hyderabad|pune|chennai",
    "china": "shanghai|beijing|shenzhen",
    "singapore": "singapore city",
    "australia": "sydney|melbourne|brisbane|perth|adelaide|canberra",
    "new zealand": "auckland|wellington|christchurch",
    "brazil": "sao paulo|rio|rio de janeiro",
    "mexico": "mexico city|guadalajara|monterrey",
    "argentina": "buenos aires",
    "south africa": "cape town|johannesburg",
    "united arab emirates": "dubai|abu dhabi",
}
_COUNTRIES = {
    " ".join(town.split()): country
    for country, towns in _TOWNS.items()
    for town in towns.replace("\n", "|").split("|")
    if town.strip()
}
_AROUND = frozenset({
    "in", "they", "are", "is", "'s", "it", "based", "out", "of", "hq", "headquartered", "located", "near", "from",
    "downtown", "area", "at", "around", "office", "the", "city", "somewhere", "just", "outside",
})  # fmt: skip
_STATES = frozenset({
    "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "ia", "ks", "ky", "md", "mi", "mn",
    "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "pa", "ri", "sc", "sd", "tn", "tx",
    "ut", "vt", "va", "wa", "wv", "wi", "wy", "usa", "us",
})  # fmt: skip
"""What may stand behind a town of the United States."""


def country_in(text: str) -> str | None:
    """The country that the town or the state of a text is in; None where a text says anything else."""
    said = list(keys(cut(text)))
    while said and said[0] in _AROUND:
        said = said[1:]
    while said and (said[-1] in _AROUND or said[-1] in _STATES) and " ".join(said) not in _COUNTRIES:
        said = said[:-1]
    return _COUNTRIES.get(" ".join(said))
