"""What the invented participants wrote. Short, as people write on a phone."""

REFLECTIONS = (
    "Historielaget snakket mest, og det var bra. Jeg lot være å foreslå en utstilling, enda jeg hadde den klar.",
    "Vi satt i garderoben. De spurte hva vi egentlig ville, og jeg svarte at jeg ikke visste det ennå.",
    "Lederen i laget fortalte om nøkkelen som ingen har. Det er samme sak hos oss etter klokka fire.",
    "Jeg snakket for mye de første ti minuttene. Da jeg tidde, kom det om bussen som ikke går.",
    "To møtte i stedet for fem. Vi ble enige om å prøve igjen på en tirsdag.",
    "De trenger ikke arrangementer. De trenger noen som kan ta imot post og låse opp.",
    "Eg let vere å notere medan dei snakka. Etterpå hugsa eg meir enn eg trudde.",
    "Koret vil gjerne øve hos oss, men tør ikke spørre om pris. Nå har de spurt.",
)
THOUGHTS = (
    "Lederen er sliten. Jeg tror ikke de tåler én ting til nå.",
    "Jeg ble litt fornærmet da de sa at biblioteket alltid er stengt. Men det er jo sant.",
    "Usikker på om sjefen min synes dette er arbeid.",
)
GATHERING_PLACES = ("På nett", "På nett", "På nett", "Kulturhuset, Tverrdal", "På nett", "På nett")
CONTRIBUTORS = ("En rådgiver fra et nabofylke", "En fra sanglaget", "En planlegger i kommunen")
EVALUATION_TEXTS = (
    "At jeg kan holde munn og at det virker.", "En avtale med idrettslaget.", "Spørsmålet: hva skjedde så?",
    "Mer tid i grupper.", "Kortere foredrag.", "Send ut gruppene på forhånd.", "En kollega jeg kan ringe til.",
)
