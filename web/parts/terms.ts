interface Explanation {
  readonly name: string;
  readonly text: string;
  readonly formula?: string;
}

/** What each number and word of the pages means: shown one click away from it, and all on the help page. */
export const TERMS = {
  document: {
    name: "Document",
    text: "One text as published. Every mark is a slice of it; its bytes are kept unchanged.",
  },
  report: {
    name: "Report",
    text: "One event as one document tells it: who did what to whom, when, with what status, and the words that say so.",
  },
  incident: {
    name: "Incident",
    text: "One thing that happened in the world, with all reports of it. Ten reports of one patrol are one incident.",
  },
  score: {
    name: "Score",
    text: "How cooperative or hostile an event is, from −10 to +10: the value that PLOVER's table gives its type and mode.",
  },
  net: {
    name: "Net score",
    text: "The sum of the scores of all incidents that happened, each counted once however many documents report it.",
    formula: "Σ score, over the incidents that happened",
  },
  verdict: {
    name: "Verdict",
    text: "Strengthened, steady, weakened or not enough evidence: the index of the period against the one of the same length before it; without a period, the later half of what was read against the earlier half. It is given only where its probability is; the words for probabilities are those of ICD 203.",
    formula:
      "P(mean level of the period > mean level before), over 200 drawn paths: strengthened from 97.5 %, weakened up to 2.5 %, steady between",
  },
  index: {
    name: "Index",
    text: "Net score per 100 independent source families that name both states, smoothed over the periods. By source families, so that more reading does not look like more friendship.",
    formula: "100 · Σ (confidence · score) ÷ source families that name both, per period; level by a local level model",
  },
  band: {
    name: "Bands",
    text: "The dark band holds the level with a probability of 50 %, the light one with 90 %. They are drawn from 200 paths in which every incident is kept with its confidence, the variances are drawn by their likelihood, and the level is drawn given all observations (local level model, Durbin and Koopman 2012). They hold both that little was read and that the coder may err.",
  },
  asymmetry: {
    name: "Asymmetry",
    text: "The index of what the first does towards the second, minus that of what the second does towards the first, with its 90 % band. What both do together counts in both and cancels out.",
    formula: "index (first → second) − index (second → first)",
  },
  trend: {
    name: "Trend",
    text: "The net score of each of the last twelve quarters, counted back from the newest incident of all: a bar above the line is cooperation, one below it conflict. It is a plain sum, blind to how much was read; the relation's page has the index.",
    formula: "Σ score per quarter",
  },
  cooperation: {
    name: "Share of cooperation",
    text: "Incidents with a score above zero out of all that have one above or below it, with Wilson's 90 % interval (Wilson 1927): wide where there are few. A plea for help is conflict by its type and yet scores above zero, so this count and that of conflict by type may differ.",
    formula: "above ÷ (above + below)",
  },
  change: {
    name: "Change",
    text: "A period at which the level changed, found by PELT (Killick, Fearnhead and Eckley 2012); its support is the share of 200 resamplings in which it is found there or one period off.",
    formula: "PELT, weighted squares about the segment’s mean, penalty 3 · log n, segments of 3 periods or more",
  },
  counting: {
    name: "Counting rule",
    text: "What counts: every incident by itself or a series once a year, multilateral ones, patrols, what only state media tell, reviewed ones only. Trackers of one pair differ by half for the rule alone; so it is printed with each number and changes the whole page at once, its lists too.",
  },
  blocs: {
    name: "Bloc",
    text: "States that cooperate more with each other than with others: communities of the cooperation network (Louvain method, Blondel et al. 2008). A tie's weight is the sum of confidence × score over the incidents of two states.",
    formula: "weight of a tie = Σ (confidence · score)",
  },
  stability: {
    name: "Sure of its bloc",
    text: "The mean share of 100 resamplings of the incidents in which a state is with each of its bloc; from 80 % on its mark is full.",
    formula: "resamplings in which both are in one bloc ÷ 100, mean over the other members",
  },
  depth: {
    name: "Depth",
    text: "The rung reached in a domain: words, meetings, agreements, material cooperation, joint operations, binding obligations. A rung is kept up where it was stood on often enough, and not long ago.",
    formula: "kept up: 2 incidents on the rung within the last 731 days; a binding obligation from one on",
  },
  tone: {
    name: "Tone",
    text: "The mean score of the events that an account reports.",
    formula: "Σ score ÷ events, over those that the account’s statements report",
  },
  correlation: {
    name: "Move alike",
    text: "Pearson's r of the two states' net scores towards the third, period by period, from −1 (opposite) to +1 (together), with its 90 % interval.",
    formula:
      "Pearson’s r, Fisher’s 90 % interval at n (1 − pq) ÷ (1 + pq) effective pairs; p, q the lag-one autocorrelations",
  },
  exposure: {
    name: "Documents read",
    text: "Documents of that month that name both states. More reading finds more incidents: compare no count without it.",
  },
  confidence: {
    name: "Confidence",
    text: "How likely the coded type, actors and recipients are all right, from 0 to 100 %: of reports with 80 %, about 80 % were right when they were read in news like that which it was fitted on; elsewhere it is less exact. It is not how sure it is that the words are true.",
  },
  status: {
    name: "Status",
    text: "Happened, planned, hypothetical, denied or history. Only what happened counts in scores and months.",
  },
  attribution: {
    name: "Attribution",
    text: "The chain by which the document knows: who published it, whom it cites, who spoke.",
  },
  side: {
    name: "Side",
    text: "The country of the outlet. State media is marked; it says who speaks, not whether it is true.",
  },
  rule: {
    name: "Rule",
    text: "The name of the coding rule that fired on these words.",
  },
  kappa: {
    name: "Cohen's kappa",
    text: "How far two reviewers agree beyond what chance would give: (agreement − chance) ÷ (1 − chance), chance taken from how often each uses each answer. 1 is full agreement, 0 no more than chance. It takes at least ten reports that both judged; where the second saw the first's judgement, it says less.",
    formula: "(agreement − chance) ÷ (1 − chance)",
  },
  review: {
    name: "Reviewed",
    text: "Reviewed: one person judged the report. Confirmed: a second person agrees. Disputed: two do not. A judged report counts as certain, a disputed one with the coder's confidence; what was rejected is of no incident. Document and coder's reading stay as they are.",
  },
} as const satisfies Readonly<Record<string, Explanation>>;

export type TermName = keyof typeof TERMS;

/** What a name stands for, and the formula of its number where it is one. */
export const termOf = (name: TermName): Explanation => TERMS[name];
