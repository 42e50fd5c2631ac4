import type { Context, Domain, EventType, Status } from "../../../src/schema/index.ts";

/** A coded event of a hand-made document; words are looked up in its text. */
export interface FakeReport {
  readonly incident: string;
  readonly words: readonly string[];
  readonly type: EventType;
  readonly mode?: string;
  readonly domain: Domain;
  readonly contexts: readonly Context[];
  readonly actors: readonly FakeActor[];
  readonly recipients?: readonly FakeActor[];
  readonly against?: readonly FakeActor[];
  readonly date?: readonly [string, string];
  readonly place?: { words: string; name: string; country?: string; lat: number; lon: number };
  readonly status?: Status;
  readonly score: number;
  readonly confidence?: number;
  readonly speaker?: string;
}
export type FakeActor = readonly [words: string, country: string];

export interface FakeQuotation {
  readonly speaker: string;
  readonly country: string;
  readonly cue: string;
  readonly content: readonly string[];
  readonly kind?: "direct" | "indirect" | "mixed";
}

export interface FakeText {
  readonly publisher: string;
  readonly side?: string;
  readonly stateMedia?: boolean;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly reports: readonly FakeReport[];
  readonly quotations?: readonly FakeQuotation[];
}

const CR = [
  ["China", "CHN"],
  ["Russia", "RUS"],
] as const satisfies FakeActor[];
const SEA = { words: "Sea of Japan", name: "Sea of Japan", lat: 40, lon: 135 };

export const TEXTS: readonly FakeText[] = [
  {
    publisher: "The Harbour Post",
    side: "GBR",
    published: "2020-12-23",
    title: "Bombers of two powers fly one route",
    text: `TOKYO — Russia and China sent six bombers on a joint patrol over the Sea of Japan on Tuesday, the second such flight in eighteen months.

South Korea scrambled fighters and said the aircraft had entered its air defence zone without notice. “We expressed serious regret to both governments,” a spokesman of the Joint Chiefs of Staff said.

The Russian Defence Ministry said the patrol was not directed against any third country. Analysts in Tokyo doubt it: the flight passed within sight of islands that Japan and South Korea both claim, which are disputed.

Moscow plans to invite Beijing to another exercise in the spring.`,
    reports: [
      {
        incident: "patrol-2020",
        words: ["Russia and China sent six bombers on a joint patrol over the Sea of Japan on Tuesday"],
        type: "COOPERATE",
        domain: "military",
        contexts: ["military"],
        actors: CR,
        date: ["2020-12-22", "2020-12-22"],
        place: SEA,
        score: 9.5,
        confidence: 0.94,
      },
      {
        incident: "regret-2020",
        words: [
          "said the aircraft had entered its air defence zone without notice",
          "“We expressed serious regret to both governments,”",
        ],
        type: "ACCUSE",
        mode: "disapprove",
        domain: "diplomatic",
        contexts: ["military", "diplomatic"],
        actors: [["South Korea", "KOR"]],
        recipients: CR,
        date: ["2020-12-22", "2020-12-22"],
        score: -2,
        confidence: 0.78,
        speaker: "spokesman of the Joint Chiefs of Staff",
      },
      {
        incident: "invite-2021",
        words: ["Moscow plans to invite Beijing to another exercise in the spring"],
        type: "AGREE",
        domain: "military",
        contexts: ["military"],
        actors: [["Moscow", "RUS"]],
        recipients: [["Beijing", "CHN"]],
        date: ["2021-03-01", "2021-05-31"],
        status: "planned",
        score: 2.5,
        confidence: 0.61,
      },
    ],
    quotations: [
      {
        speaker: "a spokesman of the Joint Chiefs of Staff",
        country: "KOR",
        cue: "said.",
        content: ["“We expressed serious regret to both governments,”"],
      },
      {
        speaker: "The Russian Defence Ministry",
        country: "RUS",
        cue: "said the patrol",
        content: ["the patrol was not directed against any third country"],
        kind: "indirect",
      },
    ],
  },
  {
    publisher: "Russian Ministry of Defence",
    side: "RUS",
    stateMedia: true,
    published: "2020-12-22",
    title: "On the joint air patrol in the Asia-Pacific region",
    text: `Aircraft of Russia and of the People's Republic of China carried out a joint air patrol over the Sea of Japan and the East China Sea today. “The flight kept strictly to international law and to the plan of cooperation for the year,” the ministry's statement says. No foreign airspace was entered.`,
    reports: [
      {
        incident: "patrol-2020",
        words: [
          "Aircraft of Russia and of the People's Republic of China carried out a joint air patrol over the Sea of Japan",
        ],
        type: "COOPERATE",
        domain: "military",
        contexts: ["military"],
        actors: [
          ["Russia", "RUS"],
          ["People's Republic of China", "CHN"],
        ],
        date: ["2020-12-22", "2020-12-22"],
        place: SEA,
        score: 9.5,
        confidence: 0.97,
      },
    ],
    quotations: [
      {
        speaker: "the ministry's statement",
        country: "RUS",
        cue: "says",
        content: ["“The flight kept strictly to international law and to the plan of cooperation for the year,”"],
      },
    ],
  },
  {
    publisher: "Eastern Daily",
    side: "CHN",
    stateMedia: true,
    published: "2020-12-24",
    title: "Joint flight was routine, ministry says",
    text: `China and Russia held a joint aerial patrol on Wednesday, part of the annual plan between the two militaries. The Ministry of National Defence in Beijing called the flight routine and said that it “was not aimed at any third party”.`,
    reports: [
      {
        incident: "patrol-2020",
        words: ["China and Russia held a joint aerial patrol on Wednesday"],
        type: "COOPERATE",
        domain: "military",
        contexts: ["military"],
        actors: CR,
        date: ["2020-12-23", "2020-12-23"],
        score: 9.5,
        confidence: 0.88,
        speaker: "Ministry of National Defence",
      },
    ],
    quotations: [
      {
        speaker: "The Ministry of National Defence",
        country: "CHN",
        cue: "said that it",
        content: ["“was not aimed at any third party”"],
        kind: "mixed",
      },
    ],
  },
  {
    publisher: "Kremlin press service",
    side: "RUS",
    stateMedia: true,
    published: "2020-12-28",
    title: "Telephone conversation with the President of China",
    text: `Vladimir Putin had a telephone conversation with Xi Jinping. The leaders discussed the pandemic, trade and the joint programme on nuclear energy. “Our partnership has reached the highest level in its history,” Putin said. The two sides agreed to extend the treaty of good neighbourliness next year.`,
    reports: [
      {
        incident: "call-2020",
        words: ["Vladimir Putin had a telephone conversation with Xi Jinping"],
        type: "CONSULT",
        mode: "phone",
        domain: "diplomatic",
        contexts: ["diplomatic", "executive"],
        actors: [
          ["Vladimir Putin", "RUS"],
          ["Xi Jinping", "CHN"],
        ],
        date: ["2020-12-28", "2020-12-28"],
        score: 1.5,
        confidence: 0.95,
      },
      {
        incident: "extend-2021",
        words: ["The two sides agreed to extend the treaty of good neighbourliness next year"],
        type: "AGREE",
        domain: "diplomatic",
        contexts: ["diplomatic", "legal"],
        actors: [
          ["Vladimir Putin", "RUS"],
          ["Xi Jinping", "CHN"],
        ],
        date: ["2020-12-28", "2020-12-28"],
        score: 2.5,
        confidence: 0.82,
      },
    ],
    quotations: [
      {
        speaker: "Vladimir Putin",
        country: "RUS",
        cue: "Putin said",
        content: ["“Our partnership has reached the highest level in its history,”"],
      },
    ],
  },
  {
    publisher: "Foreign Ministry of China",
    side: "CHN",
    stateMedia: true,
    published: "2020-12-28",
    title: "President Xi Jinping speaks with President Putin",
    text: `On 28 December President Xi Jinping held a phone call with Russian President Vladimir Putin. Xi said that strengthening strategic cooperation “can effectively resist any attempt to suppress and divide the two countries”.`,
    reports: [
      {
        incident: "call-2020",
        words: ["President Xi Jinping held a phone call with Russian President Vladimir Putin"],
        type: "CONSULT",
        mode: "phone",
        domain: "diplomatic",
        contexts: ["diplomatic"],
        actors: [
          ["Xi Jinping", "CHN"],
          ["Vladimir Putin", "RUS"],
        ],
        date: ["2020-12-28", "2020-12-28"],
        score: 1.5,
        confidence: 0.96,
      },
    ],
    quotations: [
      {
        speaker: "Xi",
        country: "CHN",
        cue: "said that",
        content: [
          "strengthening strategic cooperation “can effectively resist any attempt to suppress and divide the two countries”",
        ],
        kind: "mixed",
      },
    ],
  },
  {
    publisher: "<b>The Script</b>",
    published: "2021-02-02",
    title: `Pasted "as is": <script>document.title = "stolen"</script>`,
    text: `Russia accused China of copying its engines. <script>document.title = "stolen"</script> <img src=x onerror="document.title='stolen'"> The claim, in a trade paper, was never answered. العربية 中文 текст`,
    reports: [
      {
        incident: "engines-2021",
        words: ["Russia accused China of copying its engines"],
        type: "ACCUSE",
        mode: "allege",
        domain: "technology and nuclear",
        contexts: ["technology"],
        actors: [["Russia", "RUS"]],
        recipients: [["China", "CHN"]],
        score: -3.5,
        confidence: 0.55,
        date: ["2021-02-01", "2021-02-01"],
      },
    ],
  },
];

/** A line of the chronicle: a short document with one coded event. */
export type FakeLine = readonly [
  day: string,
  publisher: string,
  sentence: string,
  words: string,
  type: EventType,
  domain: Domain,
  context: Context,
  score: number,
  actors: readonly FakeActor[],
  recipients?: readonly FakeActor[],
];

export const CHRONICLE: readonly FakeLine[] = [
  [
    "2019-06-05",
    "Kremlin press service",
    "China and Russia signed a statement on a comprehensive partnership in Moscow.",
    "China and Russia signed a statement on a comprehensive partnership",
    "SUPPORT",
    "diplomatic",
    "diplomatic",
    5,
    CR,
  ],
  [
    "2019-07-23",
    "The Harbour Post",
    "Russia and China flew their first joint air patrol.",
    "Russia and China flew their first joint air patrol",
    "COOPERATE",
    "military",
    "military",
    9.5,
    CR,
  ],
  [
    "2019-09-17",
    "Eastern Daily",
    "The premiers of China and Russia met in Saint Petersburg.",
    "The premiers of China and Russia met in Saint Petersburg",
    "CONSULT",
    "diplomatic",
    "diplomatic",
    4,
    CR,
  ],
  [
    "2019-12-02",
    "Eastern Daily",
    "China and Russia opened a gas pipeline between their fields.",
    "China and Russia opened a gas pipeline",
    "COOPERATE",
    "economic",
    "natural_resource",
    9.5,
    CR,
  ],
  [
    "2020-02-18",
    "The Harbour Post",
    "Russia closed its border to citizens of China.",
    "Russia closed its border to citizens of China",
    "COERCE",
    "legal and intelligence",
    "health",
    -7,
    [["Russia", "RUS"]],
    [["China", "CHN"]],
  ],
  [
    "2020-04-10",
    "Eastern Daily",
    "China sent doctors and masks to Russia.",
    "China sent doctors and masks to Russia",
    "AID",
    "economic",
    "health",
    10,
    [["China", "CHN"]],
    [["Russia", "RUS"]],
  ],
  [
    "2020-06-19",
    "The Harbour Post",
    "Russia charged a scholar with passing secrets to China.",
    "Russia charged a scholar with passing secrets to China",
    "ACCUSE",
    "legal and intelligence",
    "intelligence",
    -3.5,
    [["Russia", "RUS"]],
    [["China", "CHN"]],
  ],
  [
    "2020-09-21",
    "The Harbour Post",
    "Troops of China joined an exercise in the south of Russia.",
    "Troops of China joined an exercise in the south of Russia",
    "COOPERATE",
    "military",
    "military",
    9.5,
    CR,
  ],
  [
    "2020-11-18",
    "Eastern Daily",
    "Russia and China agreed on work at a nuclear plant.",
    "Russia and China agreed on work at a nuclear plant",
    "AGREE",
    "technology and nuclear",
    "technology",
    2.5,
    CR,
  ],
  [
    "2021-03-23",
    "Foreign Ministry of China",
    "The foreign ministers of China and Russia met in Guilin.",
    "The foreign ministers of China and Russia met in Guilin",
    "CONSULT",
    "diplomatic",
    "diplomatic",
    4,
    CR,
  ],
  [
    "2021-05-19",
    "Kremlin press service",
    "Russia and China started work on four reactors.",
    "Russia and China started work on four reactors",
    "COOPERATE",
    "technology and nuclear",
    "technology",
    9.5,
    CR,
  ],
  [
    "2021-06-28",
    "Foreign Ministry of China",
    "China and Russia extended their treaty of friendship.",
    "China and Russia extended their treaty of friendship",
    "SUPPORT",
    "diplomatic",
    "diplomatic",
    5,
    CR,
  ],
  [
    "2021-08-13",
    "The Harbour Post",
    "China and Russia ended a drill of ten thousand troops in Ningxia.",
    "China and Russia ended a drill of ten thousand troops",
    "COOPERATE",
    "military",
    "military",
    9.5,
    CR,
  ],
  [
    "2021-10-18",
    "The Harbour Post",
    "Warships of Russia and China sailed a joint patrol through a strait of Japan.",
    "Warships of Russia and China sailed a joint patrol",
    "COOPERATE",
    "military",
    "military",
    9.5,
    CR,
  ],
  [
    "2022-02-04",
    "Kremlin press service",
    "Russia and China signed a joint statement in Beijing.",
    "Russia and China signed a joint statement",
    "SUPPORT",
    "diplomatic",
    "diplomatic",
    5,
    CR,
  ],
  [
    "2022-02-25",
    "Foreign Ministry of China",
    "The presidents of China and Russia spoke by phone.",
    "The presidents of China and Russia spoke by phone",
    "CONSULT",
    "diplomatic",
    "diplomatic",
    1.5,
    CR,
  ],
  [
    "2022-05-24",
    "The Harbour Post",
    "Bombers of Russia and China flew a joint patrol near Japan.",
    "Bombers of Russia and China flew a joint patrol",
    "COOPERATE",
    "military",
    "military",
    9.5,
    CR,
  ],
  [
    "2022-06-08",
    "The Harbour Post",
    "A bank of China stopped serving airlines of Russia.",
    "A bank of China stopped serving airlines of Russia",
    "SANCTION",
    "economic",
    "economic",
    -6,
    [["China", "CHN"]],
    [["Russia", "RUS"]],
  ],
  [
    "2022-11-30",
    "Eastern Daily",
    "Russia and China flew a joint patrol and landed on each other's airfields.",
    "Russia and China flew a joint patrol",
    "COOPERATE",
    "military",
    "military",
    9.5,
    CR,
  ],
  [
    "2023-03-21",
    "Kremlin press service",
    "China and Russia signed two statements in Moscow.",
    "China and Russia signed two statements",
    "SUPPORT",
    "diplomatic",
    "diplomatic",
    5,
    CR,
  ],
  [
    "2023-04-16",
    "Eastern Daily",
    "The defence minister of China visited Russia.",
    "The defence minister of China visited Russia",
    "CONSULT",
    "military",
    "military",
    4,
    [["China", "CHN"]],
    [["Russia", "RUS"]],
  ],
  [
    "2021-03-18",
    "The Harbour Post",
    "The United States accused China of coercion at a meeting in Anchorage.",
    "The United States accused China of coercion",
    "ACCUSE",
    "diplomatic",
    "diplomatic",
    -3.5,
    [["United States", "USA"]],
    [["China", "CHN"]],
  ],
  [
    "2022-10-07",
    "The Harbour Post",
    "The United States banned the sale of chips to China.",
    "The United States banned the sale of chips to China",
    "SANCTION",
    "technology and nuclear",
    "technology",
    -6,
    [["United States", "USA"]],
    [["China", "CHN"]],
  ],
  [
    "2022-03-08",
    "The Harbour Post",
    "The United States banned oil from Russia.",
    "The United States banned oil from Russia",
    "SANCTION",
    "economic",
    "economic",
    -6,
    [["United States", "USA"]],
    [["Russia", "RUS"]],
  ],
  [
    "2022-09-05",
    "The Harbour Post",
    "Russia expelled a diplomat of Japan.",
    "Russia expelled a diplomat of Japan",
    "SANCTION",
    "diplomatic",
    "diplomatic",
    -5.5,
    [["Russia", "RUS"]],
    [["Japan", "JPN"]],
  ],
];
