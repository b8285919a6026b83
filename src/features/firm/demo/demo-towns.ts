/** Where the demo's clients are. */
export type DemoRegion = 'brussels' | 'wallonia' | 'eastBelgium' | 'flanders'

/** Towns that share a telephone zone, by postal code; one that has more clients stands more than once. */
interface DemoZone {
  zone: string
  postalCodes: readonly string[]
}

const zone = (prefix: string, weight: number, postalCodes: string): readonly [DemoZone, weight: number] => [
  { zone: prefix, postalCodes: postalCodes.split(' ') },
  weight,
]

export const DEMO_ZONES: Readonly<Record<DemoRegion, readonly (readonly [DemoZone, weight: number])[]>> = {
  brussels: [
    zone(
      '02',
      1,
      '1000 1000 1030 1030 1040 1050 1050 1060 1070 1080 1081 1082 1090 1140 1150 1160 1170 1180 1180 1190 1200 1210',
    ),
  ],
  wallonia: [
    zone('081', 36, '5000 5000 5000 5002 5004 5020 5030 5080 5100 5101 5140 5150 5170 5190 5310 5380'),
    zone('071', 10, '5060 5070 5600 5640 6000 6001 6040 6061 6200 6220 6280'),
    zone('010', 9, '1300 1325 1340 1348 1390 1435 1457'),
    zone('04', 8, '4000 4020 4040 4100 4430 4460'),
    zone('083', 6, '5340 5360 5370 5590'),
    zone('082', 6, '5500 5530 5537 5570'),
    zone('085', 5, '4500 4520 4540 5300'),
    zone('084', 4, '5580 6900 6990'),
    zone('065', 4, '7000 7080 7390'),
    zone('067', 4, '1400 7060 7090'),
    zone('064', 3, '7100 7130 7140'),
    zone('069', 3, '7500 7600 7900'),
    zone('061', 3, '6600 6800 6880'),
    zone('063', 2, '6700 6760'),
  ],
  eastBelgium: [zone('087', 3, '4700 4710 4720 4730'), zone('080', 2, '4750 4760 4770 4780')],
  flanders: [
    zone(
      '09',
      40,
      '9000 9000 9000 9030 9031 9040 9050 9051 9070 9080 9090 9160 9230 9820 9830 9840 9880 9900 9940',
    ),
    zone('03', 9, '2000 2018 2060 2100 2140 2170 2600 2640 9100 9120'),
    zone('053', 6, '9300 9320 9340'),
    zone('050', 6, '8000 8200 8310 8300'),
    zone('056', 6, '8500 8530 8560 8790'),
    zone('052', 5, '9200 9240 9255'),
    zone('055', 5, '9600 9690 9700'),
    zone('051', 4, '8700 8800 8870'),
    zone('016', 4, '3000 3001 3010'),
    zone('02', 4, '1500 1700 1800 1850 1930'),
    zone('054', 3, '9400 9500'),
    zone('059', 3, '8400 8420 8430'),
    zone('015', 3, '2800 2820'),
    zone('011', 2, '3500 3800'),
  ],
}
