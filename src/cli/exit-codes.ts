/** Nothing at or above `--fail-on`. */
export const CLEAN = 0;
/** Findings at or above `--fail-on`. */
export const FINDINGS = 1;
/** The job could not be done, or not all of it. Beats 1. */
export const INCOMPLETE = 2;
