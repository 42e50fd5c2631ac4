/** What one state is bound to towards another, as ATOP codes it. */
export interface AllianceObligations {
  readonly defense: boolean;
  readonly offense: boolean;
  readonly neutrality: boolean;
  readonly nonaggression: boolean;
  readonly consultation: boolean;
}

/** The ordered scale of alliance obligations: none, non-aggression, neutrality or consultation, defence or offence. */
export const OBLIGATION_LEVELS = [0, 1, 2, 3] as const;

/**
 * The strongest obligation as a level, 0 to 3.
 * Source: B. A. Leeds et al., "Alliance Treaty Obligations and Provisions, 1815-1944", International Interactions 28
 * (2002), 237-260; the order is that of D. Chiba, J. C. Johnson and B. A. Leeds, "Careful Commitments", Journal of
 * Politics 77 (2015), 968-982. A state's obligation to itself is 3 by convention.
 */
export function obligationLevel(obligations: AllianceObligations): 0 | 1 | 2 | 3 {
  if (obligations.defense || obligations.offense) return 3;
  if (obligations.neutrality || obligations.consultation) return 2;
  return obligations.nonaggression ? 1 : 0;
}

/** Votes in the UN General Assembly as an ordered scale: no, abstain, yes. */
export const VOTE_LEVELS = [1, 2, 3] as const;
