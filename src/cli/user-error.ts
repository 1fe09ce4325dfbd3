/** A mistake that the user can mend: it is told in its own words, without a stack. */
export class UserError extends Error {}
