/** Pools of names for casts. Our own lists; no entry contains a digit, a quote or a comma. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/)

export const FIRST_NAMES =
  list(`Ada, Amara, Anders, Anika, Arjun, Aya, Beatriz, Benno, Bianca, Bram, Camille, Carlos, Chiara, Dalia, Daniel, Delia,
  Dmitri, Edith, Elif, Emeka, Esther, Fatima, Felix, Freya, Gabriel, Greta, Hana, Hassan, Helena, Hugo, Ibrahim, Ida, Ines, Isaac, Ivana, Jasper,
  Joana, Jonas, Jun, Kaito, Karim, Katya, Keira, Kofi, Lars, Leila, Linnea, Lucia, Magnus, Maren, Marisol, Mateo, Mei, Mina, Miriam, Nadia, Naomi,
  Nikhil, Noor, Olga, Omar, Oskar, Paloma, Petra, Priya, Quentin, Rafael, Rania, Renata, Ravi, Rosa, Ruben, Sadie, Salma, Samir, Selma, Silas,
  Simone, Soren, Stella, Tamar, Tariq, Tessa, Theo, Tomas, Uma, Viktor, Wanda, Willem, Xenia, Yara, Yusuf, Zadie, Zoran`)

export const LAST_NAMES =
  list(`Abebe, Albrecht, Almeida, Andersson, Aoki, Baptiste, Barros, Becker, Bianchi, Bouchard, Brandt, Castillo, Chandra,
  Cohen, Conti, Dahl, Deng, Diallo, Duarte, Eriksen, Farouk, Ferreira, Fischer, Fontaine, Gallo, Garcia, Gupta, Haddad, Hansen, Hartmann, Hoang,
  Ibarra, Ivanov, Jansen, Kaya, Keller, Khan, Kowalski, Kurosawa, Lambert, Larsen, Lindqvist, Lopez, Marchetti, Mbeki, Mendes, Mercier, Moreau,
  Nakamura, Novak, Nwosu, Oduya, Okafor, Olsen, Ortega, Park, Pereira, Petrov, Quinn, Rahman, Ramos, Reyes, Rossi, Sato, Schubert, Sharma, Silva,
  Simic, Sokolov, Tanaka, Torres, Vargas, Vasquez, Vogel, Weiss, Winters, Yamada, Yilmaz, Zamora, Zielinski`)

export const ORGANISATIONS =
  list(`Alder & Finch, Bluewater Logistics, Brightline Clinics, Cedar Street Books, Copperfield Museum, Driftwood Design,
  Eastgate Housing, Fernhill School, Goldcrest Foods, Harbour Lights Theatre, Ironbridge Tools, Juniper Labs, Kestrel Energy, Larkspur Films,
  Meadowbank Dairy, Northwind Cycles, Orchard Lane Press, Pinecone Outdoors, Quarry Park Zoo, Redwood Insurance, Silverline Rail, Tidewater Surveys,
  Umbra Lighting, Violet Hour Hotels, Wrenfield Council, Yellowtail Fisheries, Zephyr Airships, Saffron Kitchens`)

export const TEAMS =
  list(`sales, marketing, support, facilities, research, finance, events, legal, procurement, onboarding, logistics, editorial,
  payroll, outreach, field service, quality, training, design`)

/** What has a date and is attended. */
export const EVENTS =
  list(`the partner workshop, the museum night, the charity run, the training week, the trade fair, the open day, the film festival,
  the tenant meeting`)

/** What is written, read and handed in. */
export const DOCUMENTS =
  list(`the spring catalogue, the annual report, the grant application, the newsletter, the staff handbook, the insurance claim,
  the winter timetable`)

/** What takes weeks of work. */
export const UNDERTAKINGS =
  list(`the office move, the safety audit, the recruitment drive, the pricing review, the supplier switch, the customer survey,
  the warehouse count, the product recall, the website relaunch, the budget round, the archive clean-up, the river study, the menu change`)

/** What people work on. */
export const TOPICS: readonly string[] = [...EVENTS, ...DOCUMENTS, ...UNDERTAKINGS]
