import { wordList } from './word-list.ts'

/** Streets that many Belgian towns have, by language of the municipality. */
export const STREETS = {
  fr: wordList(`Rue de la Station, Rue de l’Église, Grand-Rue, Rue des Écoles, Place Communale, Rue du Moulin, Rue Haute,
    Rue Neuve, Avenue des Tilleuls, Avenue Roi Albert, Chaussée de Bruxelles, Chaussée de Louvain, Rue du Marché,
    Rue des Combattants, Rue de la Fontaine, Avenue de la Gare, Rue du Château, Rue des Champs, Boulevard du Nord,
    Rue Saint-Jean, Rue de la Chapelle, Rue du Commerce, Avenue des Cerisiers, Clos des Érables, Rue des Bouchers,
    Rue du Pont, Quai de Meuse, Rue de l’Hôtel de Ville, Avenue Reine Astrid, Drève des Hêtres, Rue des Tanneurs,
    Zoning Industriel, Rue de la Croix, Rue des Prés, Rue Émile Vandervelde, Rue du Centre, Impasse du Lavoir`),
  nl: wordList(`Stationsstraat, Kerkstraat, Dorpsstraat, Molenstraat, Schoolstraat, Nieuwstraat, Hoogstraat, Marktplein,
    Kapelstraat, Veldstraat, Brusselsesteenweg, Gentsesteenweg, Antwerpsesteenweg, Lindelaan, Beukenlaan, Kasteellaan,
    Koning Albertlaan, Koningin Astridlaan, Bosstraat, Beekstraat, Vaartstraat, Brugstraat, Wijngaardstraat, Ambachtenlaan,
    Industrielaan, Nijverheidsstraat, Groenstraat, Sint-Jansstraat, Kouter, Akkerstraat, Zandstraat, Heirbaan, Eikenlaan,
    Gemeenteplein, Meersstraat, Steenweg, Rozenlaan`),
  de: wordList(`Hauptstraße, Bahnhofstraße, Kirchstraße, Schulstraße, Aachener Straße, Malmedyer Straße, Klosterstraße,
    Neustraße, Rathausplatz, Am Markt, Gartenstraße, Industriestraße, Mühlenweg, Lindenallee, Zum Burren, Vennstraße,
    Bergstraße, Wiesenweg, Feldstraße, Hochstraße`),
} as const

/** What stands before the number of a box. */
export const BOX = { fr: ' bte ', nl: ' bus ', de: '/' } as const
