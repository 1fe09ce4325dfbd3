/** Something about the connection to AWS that the user can mend, in one sentence that says what to do. */
export class AwsError extends Error {}
