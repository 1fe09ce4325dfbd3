declare const VERSION: string;

/** The version of this program, which the build writes here. */
export const version: string = typeof VERSION === 'string' ? VERSION : '0.0.0-source';
