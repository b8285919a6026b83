/**
 * The municipalities of Belgium by postal code (sources: bpost, BCE). A line has the first two digits, then for each
 * municipality the other two digits of its codes and its name in Dutch and French, once where they are the same.
 * Where municipalities merged lately, the former name stands: it is the one of the postal address.
 */
export const POSTAL_CODE_TABLE = `
10: 00 20 Brussel/Bruxelles, 30 Schaarbeek/Schaerbeek, 40 Etterbeek, 50 Elsene/Ixelles, 60 Sint-Gillis/Saint-Gilles, 70 Anderlecht, 80 Sint-Jans-Molenbeek/Molenbeek-Saint-Jean, 81 Koekelberg, 82 Sint-Agatha-Berchem/Berchem-Sainte-Agathe, 83 Ganshoren, 90 Jette
11: 20 30 Brussel/Bruxelles, 40 Evere, 50 Sint-Pieters-Woluwe/Woluwe-Saint-Pierre, 60 Oudergem/Auderghem, 70 Watermaal-Bosvoorde/Watermael-Boitsfort, 80 Ukkel/Uccle, 90 Vorst/Forest
12: 00 Sint-Lambrechts-Woluwe/Woluwe-Saint-Lambert, 10 Sint-Joost-ten-Node/Saint-Josse-ten-Noode
13: 00 01 Waver/Wavre, 10 Terhulpen/La Hulpe, 15 Incourt, 20 Bevekom/Beauvechain, 25 Chaumont-Gistoux, 30 31 32 Rixensart, 40 41 42 48 Ottignies-Louvain-la-Neuve, 50 Orp-Jauche, 57 Hélécine, 60 Perwijs/Perwez, 67 Ramillies, 70 Geldenaken/Jodoigne, 80 Lasne, 90 Graven/Grez-Doiceau
14: 00 01 02 04 Nijvel/Nivelles, 10 Waterloo, 20 21 28 Eigenbrakel/Braine-l'Alleud, 30 Rebecq, 35 Mont-Saint-Guibert, 40 Kasteelbrakel/Braine-le-Château, 50 Chastre, 57 Walhain, 60 61 Itter/Ittre, 70 71 72 73 74 76 Genepiën/Genappe, 80 Tubeke/Tubize, 90 Court-Saint-Etienne, 95 Villers-la-Ville
15: 00 01 02 Halle/Hal, 40 41 Herne, 47 Bever/Biévène, 60 Hoeilaart, 70 Galmaarden
16: 00 01 02 Sint-Pieters-Leeuw, 20 Drogenbos, 30 Linkebeek, 40 Sint-Genesius-Rode/Rhode-Saint-Genèse, 50 51 52 53 54 Beersel, 70 71 73 74 Pepingen
17: 00 01 02 03 Dilbeek, 30 31 Asse, 40 41 42 Ternat, 45 Opwijk, 50 Lennik, 55 Gooik, 60 61 Roosdaal, 70 Liedekerke, 80 Wemmel, 85 Merchtem, 90 Affligem
18: 00 Vilvoorde/Vilvorde, 04 Zemst, 20 Steenokkerzeel, 30 31 Machelen, 40 Londerzeel, 50 51 52 53 Grimbergen, 60 61 Meise, 80 Kapelle-op-den-Bos
19: 10 Kampenhout, 30 32 33 Zaventem, 31 Machelen, 50 Kraainem, 70 Wezembeek-Oppem, 80 81 82 Zemst
20: 00 18 20 30 40 50 60 Antwerpen/Anvers, 70 Zwijndrecht
21: 00 40 70 80 Antwerpen/Anvers, 10 Wijnegem, 50 Borsbeek, 60 Wommelgem
22: 00 Herentals, 20 21 22 23 Heist-op-den-Berg, 30 Herselt, 35 Hulshout, 40 42 43 Zandhoven, 50 Olen, 60 Westerlo, 70 Herenthout, 75 Lille, 80 88 Grobbendonk, 90 Vorselaar
23: 00 Turnhout, 10 Rijkevorsel, 20 21 22 23 28 Hoogstraten, 30 Merksplas, 40 Beerse, 50 Vosselaar, 60 Oud-Turnhout, 70 Arendonk, 80 81 82 Ravels, 87 Baarle-Hertog/Baerle-Duc, 90 Malle
24: 00 Mol, 30 31 Laakdal, 40 Geel, 50 Meerhout, 60 Kasterlee, 70 Retie, 80 Dessel, 90 91 Balen
25: 00 Lier/Lierre, 20 Ranst, 30 31 Boechout, 40 Hove, 47 Lint, 50 Kontich, 60 Nijlen, 70 Duffel, 80 Putte, 90 Berlaar
26: 00 10 60 Antwerpen/Anvers, 20 Hemiksem, 27 Schelle, 30 Aartselaar, 40 Mortsel, 50 Edegem
28: 00 01 11 12 Mechelen/Malines, 20 Bonheiden, 30 Willebroek, 40 Rumst, 45 Niel, 50 Boom, 60 61 Sint-Katelijne-Waver, 70 90 Puurs-Sint-Amands, 80 Bornem
29: 00 Schoten, 10 Essen, 20 Kalmthout, 30 Brasschaat, 40 Stabroek, 50 Kapellen, 60 Brecht, 70 Schilde, 80 Zoersel, 90 Wuustwezel
30: 00 01 10 12 18 Leuven/Louvain, 20 Herent, 40 Huldenberg, 50 51 52 53 54 Oud-Heverlee, 60 61 Bertem, 70 71 78 Kortenberg, 80 Tervuren, 90 Overijse
31: 10 11 18 Rotselaar, 20 28 Tremelo, 30 Begijnendijk, 40 Keerbergen, 50 Haacht, 90 91 Boortmeerbeek
32: 00 01 02 Aarschot, 10 11 12 Lubbeek, 20 21 Holsbeek, 70 71 72 Scherpenheuvel-Zichem/Montaigu-Zichem, 90 93 94 Diest
33: 00 Tienen/Tirlemont, 20 21 Hoegaarden, 50 Linter, 60 Bierbeek, 70 Boutersem, 80 81 84 Glabbeek, 90 91 Tielt-Winge
34: 00 01 04 Landen, 40 Zoutleeuw/Léau, 50 54 Geetbets, 60 61 Bekkevoort, 70 71 72 73 Kortenaken
35: 00 01 10 11 12 Hasselt, 20 Zonhoven, 30 Houthalen-Helchteren, 40 Herk-de-Stad/Herck-la-Ville, 45 Halen, 50 Heusden-Zolder, 60 Lummen, 70 Alken, 80 81 82 83 Beringen, 90 Diepenbeek
36: 00 Genk, 20 21 Lanaken, 30 31 Maasmechelen, 40 Kinrooi, 50 Dilsen-Stokkem, 60 70 Oudsbergen, 65 68 As, 80 Maaseik, 90 Zutendaal
37: 00 Tongeren, 17 Herstappe, 20 21 22 23 24 Kortessem, 30 32 Hoeselt, 40 42 46 Bilzen, 70 Riemst, 90 91 92 93 98 Voeren/Fourons
38: 00 03 06 Sint-Truiden/Saint-Trond, 30 31 32 Wellen, 40 Borgloon, 50 Nieuwerkerken, 70 Heers, 90 91 Gingelom
39: 00 10 Pelt, 20 Lommel, 30 Hamont-Achel, 40 41 Hechtel-Eksel, 45 Ham, 50 Bocholt, 60 Bree, 70 71 Leopoldsburg/Bourg-Léopold, 80 Tessenderlo, 90 Peer
40: 00 20 30 31 32 Luik/Liège, 40 41 42 Herstal, 50 51 52 53 Chaudfontaine
41: 00 01 02 Seraing, 20 21 22 Neupré, 30 Esneux, 40 41 Sprimont, 60 61 62 63 Anthisnes, 70 71 Comblain-au-Pont, 80 81 Hamoir, 90 Ferrières
42: 10 Burdinne, 17 18 Héron, 19 Wasseiges, 50 52 53 54 Geer, 57 Berloz, 60 61 63 Braives, 80 Hannuit/Hannut, 87 Lijsem/Lincent
43: 00 Borgworm/Waremme, 17 Faimes, 40 42 Awans, 47 Fexhe-le-Haut-Clocher, 50 51 Remicourt, 57 Donceel, 60 Oerle/Oreye, 67 Crisnée
44: 00 Flémalle, 20 Saint-Nicolas, 30 31 32 Ans, 50 51 52 53 58 Juprelle, 60 Grâce-Hollogne, 70 Saint-Georges-sur-Meuse, 80 Engis
45: 00 Hoei/Huy, 20 Wanze, 30 Villers-le-Bouillet, 37 Verlaine, 40 Amay, 50 Nandrin, 57 Tinlot, 60 Clavier, 70 Marchin, 77 Modave, 90 Ouffet
46: 00 01 02 Wezet/Visé, 06 07 08 Dalhem, 10 Beyne-Heusay, 20 21 23 24 Fléron, 30 31 32 33 Soumagne, 50 51 52 53 54 Herve, 70 71 72 Blegny, 80 81 82 83 84 Oupeye, 90 Bitsingen/Bassenge
47: 00 01 Eupen, 10 11 Lontzen, 20 21 28 Kelmis/La Calamine, 30 31 Raeren, 50 Bütgenbach/Butgenbach, 60 61 Büllingen/Bullange, 70 71 Amel/Amblève, 80 82 83 84 Sankt Vith/Saint-Vith, 90 91 Burg-Reuland
48: 00 01 02 Verviers, 20 21 Dison, 30 31 34 Limburg/Limbourg, 37 Baelen, 40 41 Welkenraedt, 45 Jalhay, 50 51 52 Plombières, 60 61 Pepinster, 70 Trooz, 77 Olne, 80 Aubel, 90 Thimister-Clermont
49: 00 Spa, 10 Theux, 20 Aywaille, 50 Weismes/Waimes, 60 Malmedy, 70 Stavelot, 80 83 Trois-Ponts, 87 Stoumont, 90 Lierneux
50: 00 01 02 03 04 20 21 22 24 Namen/Namur, 30 31 32 Gembloux, 60 Sambreville, 70 Fosses-la-Ville, 80 81 La Bruyère
51: 00 01 Namen/Namur, 40 Sombreffe, 50 Floreffe, 70 Profondeville, 90 Jemeppe-sur-Sambre
53: 00 Andenne, 10 Eghezée, 30 32 33 34 36 Assesse, 40 Gesves, 50 51 52 53 54 Ohey, 60 61 62 63 64 Hamois, 70 72 74 76 Havelange, 77 Somme-Leuze, 80 Fernelmont
55: 00 01 02 03 04 Dinant, 20 21 22 23 24 Onhaye, 30 Yvoir, 37 Anhée, 40 41 42 43 44 Hastière, 50 Vresse-sur-Semois, 55 Bièvre, 60 61 62 63 64 Houyet, 70 71 72 73 74 76 Beauraing, 75 Gedinne, 80 Rochefort, 90 Ciney
56: 00 Philippeville, 20 21 Florennes, 30 Cerfontaine, 40 41 44 46 Mettet, 50 51 Walcourt, 60 Couvin, 70 Viroinval, 80 Doische
60: 00 01 10 20 30 31 32 40 41 42 43 44 60 61 Charleroi
61: 10 11 Montigny-le-Tilleul, 20 Ham-sur-Heure-Nalinnes, 40 41 42 Fontaine-l'Evêque, 50 Anderlues, 80 81 82 83 Courcelles
62: 00 Châtelet, 10 11 Les Bons Villers, 20 21 22 23 24 Fleurus, 30 38 Pont-à-Celles, 40 Farciennes, 50 Aiseau-Presles, 80 Gerpinnes
64: 40 41 Froidchapelle, 60 61 62 63 64 Chimay, 70 Sivry-Rance
65: 00 11 Beaumont, 30 31 32 33 34 36 Thuin, 40 42 43 Lobbes, 60 Erquelinnes, 67 Merbes-le-Château, 90 91 92 93 94 96 Momignies
66: 00 Bastenaken/Bastogne, 30 Martelange, 37 Fauvillers, 40 42 Vaux-sur-Sûre, 60 61 62 63 66 Houffalize, 70 71 72 73 74 Gouvy, 80 81 Sainte-Ode, 86 87 88 Bertogne, 90 92 98 Vielsalm
67: 00 04 06 Aarlen/Arlon, 17 Attert, 20 21 23 24 Habay, 30 Tintigny, 40 41 42 43 Etalle, 47 Saint-Léger, 50 Musson, 60 61 62 Virton, 67 Rouvroy, 69 Meix-devant-Virton, 80 81 82 Messancy, 90 91 92 Aubange
68: 00 Libramont-Chevigny, 10 11 12 13 Chiny, 20 21 23 24 Florenville, 30 31 32 33 34 36 38 Bouillon, 40 Neufchâteau, 50 51 52 53 56 Paliseul, 60 Léglise, 70 Saint-Hubert, 80 Bertrix, 87 Herbeumont, 90 Libin
69: 00 Marche-en-Famenne, 20 21 22 24 Wellin, 27 Tellin, 29 Daverdisse, 40 41 Durbuy, 50 51 52 53 Nassogne, 60 Manhay, 70 71 72 Tenneville, 80 82 83 84 86 La Roche-en-Ardenne, 87 Rendeux, 90 Hotton, 97 Erezée
70: 00 10 11 12 20 21 22 24 30 31 32 33 34 Bergen/Mons, 40 41 Quévy, 50 Jurbeke/Jurbise, 60 61 62 63 Zinnik/Soignies, 70 Le Roeulx, 80 Frameries, 90 's-Gravenbrakel/Braine-le-Comte
71: 00 10 La Louvière, 20 Estinnes, 30 31 33 34 Binche, 40 41 Morlanwelz, 60 Chapelle-lez-Herlaimont, 70 Manage, 80 81 Seneffe, 90 91 Ecaussinnes
73: 00 01 Boussu, 20 21 22 Bernissart, 30 31 32 33 34 Saint-Ghislain, 40 Colfontaine, 50 Hensies, 70 Dour, 80 82 Quiévrain, 87 Honnelles, 90 Quaregnon
75: 00 01 02 03 04 06 20 21 22 30 31 32 33 34 36 38 40 42 43 48 Doornik/Tournai
76: 00 01 02 03 04 08 Péruwelz, 10 11 18 Rumes, 20 21 22 23 24 Brunehaut, 40 41 42 43 Antoing
77: 00 11 12 Moeskroen/Mouscron, 30 Estaimpuis, 40 42 43 Pecq, 50 Mont-de-l'Enclus, 60 Celles, 80 81 82 83 84 Komen-Waasten/Comines-Warneton
78: 00 01 02 03 04 10 11 12 22 23 Aat/Ath, 30 Opzullik/Silly, 50 Edingen/Enghien, 60 61 62 63 64 66 Lessen/Lessines, 70 Lens, 80 Vloesberg/Flobecq, 90 Elzele/Ellezelles
79: 00 01 03 04 06 Leuze-en-Hainaut, 10 11 12 Frasnes-lez-Anvaing, 40 41 42 43 Brugelette, 50 51 Chièvres, 70 71 72 73 Beloeil
80: 00 Brugge/Bruges, 20 Oostkamp
82: 00 Brugge/Bruges, 10 11 Zedelgem
83: 00 01 Knokke-Heist, 10 80 Brugge/Bruges, 40 Damme, 70 Blankenberge, 77 Zuienkerke
84: 00 Oostende/Ostende, 20 21 De Haan, 30 31 32 33 34 Middelkerke, 50 Bredene, 60 Oudenburg, 70 Gistel, 80 Ichtegem, 90 Jabbeke
85: 00 01 10 11 Kortrijk/Courtrai, 20 Kuurne, 30 31 Harelbeke, 40 Deerlijk, 50 51 52 53 54 Zwevegem, 60 Wevelgem, 70 72 73 Anzegem, 80 81 82 83 Avelgem, 87 Spiere-Helkijn/Espierres-Helchin
86: 00 Diksmuide/Dixmude, 10 Kortemark, 20 Nieuwpoort/Nieuport, 30 Veurne/Furnes, 40 Vleteren, 47 Lo-Reninge, 50 Houthulst, 60 De Panne/La Panne, 70 Koksijde, 80 Koekelare, 90 91 Alveringem
87: 00 Tielt, 10 Wielsbeke, 20 Dentergem, 30 Beernem, 40 Pittem, 50 Wingene, 55 Ruiselede, 60 Meulebeke, 70 Ingelmunster, 80 Oostrozebeke, 90 91 92 93 Waregem
88: 00 Roeselare/Roulers, 10 Lichtervelde, 20 Torhout, 30 Hooglede, 40 Staden, 50 51 Ardooie, 60 Lendelede, 70 Izegem, 80 Ledegem, 90 Moorslede
89: 00 02 04 06 08 Ieper/Ypres, 20 Langemark-Poelkapelle, 30 Menen/Menin, 40 Wervik, 50 51 52 53 54 56 58 Heuvelland, 57 Mesen/Messines, 70 72 78 Poperinge, 80 Zonnebeke
90: 00 30 31 32 40 41 42 50 51 52 Gent/Gand, 60 Zelzate, 70 Destelbergen, 80 Lochristi, 90 Melle
91: 00 11 12 Sint-Niklaas/Saint-Nicolas, 20 30 Beveren, 40 Temse/Tamise, 50 Kruibeke, 60 Lokeren, 70 Sint-Gillis-Waas, 80 Moerbeke, 85 Wachtebeke, 90 Stekene
92: 00 Dendermonde/Termonde, 20 Hamme, 30 Wetteren, 40 Zele, 50 Waasmunster, 55 Buggenhout, 60 Wichelen, 70 Laarne, 80 Lebbeke, 90 Berlare
93: 00 08 10 20 Aalst/Alost, 40 Lede
94: 00 01 02 03 04 06 Ninove, 20 Erpe-Mere, 50 51 Haaltert, 70 72 73 Denderleeuw
95: 00 06 Geraardsbergen/Grammont, 20 21 Sint-Lievens-Houtem, 50 51 52 Herzele, 70 71 72 Lierde
96: 00 Ronse/Renaix, 20 Zottegem, 30 36 Zwalm, 60 61 Brakel, 67 Horebeke, 80 81 88 Maarkedal, 90 Kluisbergen
97: 00 Oudenaarde/Audenarde, 50 70 71 72 Kruisem, 90 Wortegem-Petegem
98: 00 50 Deinze, 10 Nazareth, 20 Merelbeke, 30 31 Sint-Martens-Latem, 40 De Pinte, 60 Oosterzele, 70 Zulte, 80 81 Aalter, 90 Gavere
99: 00 Eeklo, 10 Aalter, 20 21 30 32 50 Lievegem, 31 Zomergem, 40 Evergem, 60 61 68 Assenede, 70 71 Kaprijke, 80 81 82 88 Sint-Laureins, 90 91 92 Maldegem
`
