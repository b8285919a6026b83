import type { Language } from '#kernel/language.ts'
import { wordList } from './word-list.ts'

type ByLanguage<T> = Readonly<Record<Language, T>>

// Belgium's most frequent names, those of its larger communities among them.
export const FAMILY_NAMES: ByLanguage<readonly string[]> = {
  fr: wordList(`Dubois, Lambert, Dupont, Martin, Simon, Laurent, Leroy, Renard, Lejeune, Fontaine, Delvaux, Collard, Gérard,
    Noël, Denis, Mathieu, Bodart, Thiry, Marchal, Lemaire, Charlier, Dumont, Evrard, Gillet, Hubert, Jacquemin, Lecomte,
    Massart, Petit, Piette, Rousseau, Servais, Tilmant, Urbain, Wauters, Baudoin, Bertrand, Carlier, Claes, Dardenne, Degueldre,
    Delcourt, Demoulin, Deprez, Detienne, Etienne, François, Georges, Goffin, Guillaume, Hardy, Henrard, Jadot, Lacroix,
    Legrand, Libert, Maréchal, Meunier, Michaux, Nicolas, Paquet, Pirard, Poncelet, Remacle, Robert, Sartenaer, Stassart,
    Toussaint, Vincent, Willame, Rossi, Esposito, Moretti, El Amrani, Benali, Yılmaz, Da Silva, Nowak, Mbala, Kabongo`),
  nl: wordList(`Peeters, Janssens, Maes, Jacobs, Mertens, Willems, Claes, Goossens, Wouters, De Smet, Pauwels, Dubois, Hermans,
    Lemmens, Michiels, Van Damme, Stevens, Verhaeghe, De Clercq, Vermeulen, Desmet, Hendrickx, Cools, Claeys, De Backer,
    De Cock, De Vos, Devos, Martens, Lambrecht, Bogaert, Coppens, Declercq, Dhondt, Geerts, Lievens, Moens, Naessens, Olivier,
    Raes, Segers, Smets, Thijs, Vandenberghe, Vandenbroeck, Van den Bossche, Van de Velde, Van Hecke, Verbeke, Verheyen,
    Verlinden, Vervaet, Vercauteren, Wuyts, Yilmaz, Aerts, Baert, Bauwens, Blomme, Buyse, Cornelis, De Bruyn, De Meyer,
    De Pauw, De Wilde, Dierickx, D’Hondt, Eeckhout, Haerinck, Heyman, Kerckhove, Matthys, Roels, Schepens, Van Acker,
    Bouzid, Öztürk, Kowalski`),
  de: wordList(`Hermes, Müller, Schmitz, Schröder, Palm, Heinen, Jousten, Margraff, Theissen, Klinkenberg, Pauels, Reuter,
    Thelen, Cremer, Kessel, Niessen, Brüls, Hilgers, Keutgen, Lentz, Maraite, Peters, Rauw, Velz, Wiesemes, Zimmermann`),
  en: wordList(`Smith, O’Connor, Taylor, Walker, Okafor, Singh, Patel, Nguyen, Andersen, Novák, Kowalczyk, García, Costa,
    Papadopoulos, Johansson, McKenzie, Brown, Chen, Haddad, Ivanova`),
}

export const GIVEN_NAMES: ByLanguage<{ women: readonly string[]; men: readonly string[] }> = {
  fr: {
    women:
      wordList(`Marie, Sophie, Julie, Amélie, Céline, Nathalie, Isabelle, Françoise, Émilie, Chloé, Léa, Camille, Aurélie,
      Valérie, Anne-Sophie, Véronique, Charlotte, Manon, Inès, Fatima, Giulia, Monique, Hélène, Élise, Laurence, Zoé, Yasmine`),
    men: wordList(`Jean, Pierre, Thomas, Nicolas, Luc, Olivier, Philippe, Maxime, Benoît, François, Jérôme, Louis, Hugo, Arnaud,
      Christophe, Didier, Éric, Gaëtan, Jean-Marc, Mathieu, Quentin, Xavier, Karim, Luca, Mehdi, Vincent, Simon, Antoine`),
  },
  nl: {
    women:
      wordList(`Sofie, An, Lies, Eva, Griet, Katrien, Hilde, Ilse, Leen, Nele, Sarah, Veerle, Ann, Els, Emma, Febe, Joke,
      Karen, Lotte, Marijke, Nathalie, Tine, Ursula, Femke, Noor, Aylin, Kaat, Inge`),
    men: wordList(`Jan, Bart, Koen, Tom, Joris, Pieter, Wim, Dirk, Bram, Jeroen, Kristof, Luc, Maarten, Nico, Patrick, Stijn,
      Tim, Geert, Filip, Karel, Hans, Thomas, Ruben, Lander, Yusuf, Matthias, Dries, Jef`),
  },
  de: {
    women: wordList(
      'Anna, Petra, Claudia, Monika, Sabine, Ursula, Julia, Katharina, Birgit, Lena, Käthe, Silvia',
    ),
    men: wordList(
      'Stefan, Karl, Jürgen, Thomas, Michael, Günter, Manfred, Ralf, Dieter, Lukas, Jonas, Björn',
    ),
  },
  en: {
    women: wordList('Grace, Emily, Aisha, Priya, Sofía, Ingrid, Olga, Maria, Hannah, Mei'),
    men: wordList('John, James, Daniel, Rajesh, Tomáš, Erik, Carlos, Nikos, Samuel, Wei'),
  },
}

/** What a company calls itself after, when not after its founder. */
export const SIGNS: ByLanguage<readonly string[]> = {
  fr: wordList(`du Parc, de la Gare, du Centre, des Trois Tilleuls, du Vieux Moulin, de la Place, Sainte-Anne, du Château,
    de la Meuse, des Quatre Vents, Saint-Aubain, de l’Étoile, du Marché, Bel-Air, du Sablon, des Ardennes`),
  nl: wordList(`De Linde, ’t Hoekske, De Vier Winden, De Oude Molen, Het Kasteel, De Leie, Sint-Anna, De Ster, Ter Beke,
    De Gouden Leeuw, Den Eik, ’t Park, De Kouter, De Brug, De Schelde, Ter Duinen`),
  de: wordList('Am Markt, Zur Post, Am Stadtpark, Zum Hirsch, Hohes Venn, Zur Linde, Alte Mühle, Am Bahnhof'),
  en: wordList('Midtown, Northgate, Riverside, Parkview, Two Bridges, Old Mill'),
}

/** The first half of an invented brand. */
export const BRANDS =
  wordList(`Aldera, Brixmont, Corvia, Delphinea, Elvantis, Fineor, Galindo, Helvaro, Inovea, Kalista, Lumenco,
  Mosalux, Novalis, Optimea, Praxeo, Quadrium, Solenva, Tavernum, Ultrea, Velaris, Wavera, Xylena, Zentro, Arcadium,
  Belvara, Citadis, Domexa, Ecoterra, Florentis, Hainova, Meridia, Lysandra, Orneau, Scaldia, Sambria`)

/** The second half, which says what it does. */
export const BRAND_ENDINGS =
  wordList(`Consulting, Invest, Management, Group, Solutions, Services, Partners, Holding, Concept,
  Technics, Development, Trading, Projects, Capital`)

/** Co-ownerships: what a building is, and what it is called. */
export const BUILDINGS = {
  fr: wordList('Résidence, Résidence, Immeuble, Domaine, Square, Clos'),
  nl: wordList('Residentie, Residentie, Gebouw, Domein, Hof'),
  de: wordList('Residenz, Wohnpark'),
} as const
export const BUILDING_NAMES = {
  fr: wordList(`Les Tilleuls, Le Parc, Bellevue, Les Acacias, Roi Albert, Le Grand Large, Les Glycines, Mozart, Les Terrasses,
    Le Panorama, Beau Site, Les Jardins du Lac, Reine Astrid, Montjoie, La Sablière, Les Peupliers, Magritte, Van Gogh,
    Les Érables, Le Belvédère, Horta, Les Hirondelles, Europa, Saint-Michel`),
  nl: wordList(`De Linde, Zeezicht, Ter Duinen, De Kroon, Parkzicht, Koning Albert, Leiezicht, De Wilgen, Koningin Astrid,
    Rubens, Den Hof, Zonnedauw, De Meander, Van Eyck, Breughel, De Zwaan, Scheldezicht, Permeke, Europa, Hof ten Berg`),
  de: wordList('Am Stadtpark, Hochwald, Talblick, Am Kloster, Sonnenhang, Europa'),
} as const

/** What non-profit associations do; the name of the town follows. */
export const ASSOCIATIONS: ByLanguage<readonly string[]> = {
  fr: wordList(`Tennis Club, Royal Football Club, Harmonie Royale, Centre culturel, Maison des jeunes, École de musique,
    Crèche Les Petits Loups, Comité des fêtes, Les Amis du Patrimoine, Cercle d’escrime, Refuge animalier, Chorale Clé de Sol,
    Maison de repos Les Charmilles, Écoute et Soutien, Ludothèque, Théâtre de la Ruelle, Basket Club, Entraide et Partage`),
  nl: wordList(`Tennisclub, Koninklijke Harmonie, Jeugdhuis De Sleutel, Buurtcomité, Kinderopvang De Zonnebloem, Turnkring,
    Vrienden van het Erfgoed, Voetbalclub, Cultuurhuis, Toneelkring, Woonzorgcentrum Ter Linden, Natuurvereniging De Meersen,
    Muziekschool, Zangkoor Cantabile, Wielerclub, Volkstuinen`),
  de: wordList(
    'Königlicher Musikverein, Turnverein, Karnevalsgesellschaft, Jugendheim, Schützenverein, Kinderhort',
  ),
  en: wordList(
    'European Network for Rural Life, International Chamber Choir, Expat Welcome Circle, European Forum of Crafts',
  ),
}

/** Names that a list, a file or a search box may stumble over: marks, quotes, signs, great length. None opens the list. */
export const AWKWARD_NAMES = [
  'Boulangerie-Pâtisserie « Le Pain d’Antan » Vandenbroucke, Successeurs & Associés de la Maison fondée en 1897',
  'Compagnie générale d’études, de conseil, d’audit, de gestion et de participations immobilières du Brabant wallon',
  'Vlaamse Coöperatieve voor Duurzame Landbouw, Streekproducten, Korte Keten en Plattelandsontwikkeling "De Akker"',
  'Bar "Le 27"',
  "Bed & Breakfast 't Zonnehuis",
  "Kapsalon 'n Knip",
  'Crème & Châtaigne',
  'Ça Roule !',
  'Œuvre & Cœur',
  'Nature 100 %',
  'Work@Home Services',
  'Énergie+ Toitures',
  'Atelier =Égal',
  'Surgelés -20°',
  'Müller & Søn <Import/Export>',
  'L’Été; L’Hiver, Vêtements',
  'C++ Conseil',
  'Naïma’s Kitchen',
] as const
