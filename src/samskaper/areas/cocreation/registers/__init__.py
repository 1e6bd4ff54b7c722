"""Reading the open registers of Norway: the unit register and the register of voluntary organisations. Asks, decodes, and stores nothing.

Taken: number, name, what kind it is, the municipality, and whether it still exists. Never taken, though the registers give it: addresses,
telephone, e-mail, account number, roles, and the category of the activity; membership can reveal faith, politics and health, and a
register of who believes what is not ours to keep. Businesses that bear a person's name are left where they are.

Source: Brønnøysundregistrene, under the Norwegian licence for open public data (NLOD).
"""
