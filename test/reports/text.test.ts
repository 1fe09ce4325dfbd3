import { describe, expect, test } from 'vitest';
import { firstSentence, printable } from '../../src/reports/text.ts';
import { rules } from '../../src/rules/index.ts';

describe('printable', () => {
  test.each([
    ['plain text is left as it is', 'client é 名 🙂', 'client é 名 🙂'],
    ['an escape sequence is shown', '\u001b[31mred', '\\u{1b}[31mred'],
    ['so is its one-character form', '\u009b31m', '\\u{9b}31m'],
    ['a line break is shown', 'a\r\nb', 'a\\u{d}\\u{a}b'],
    ['marks that turn the direction of writing are shown', '\u202eexe\u2066\u200f', '\\u{202e}exe\\u{2066}\\u{200f}'],
    ['line and paragraph separators are shown', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['a workflow command does not begin', '::error::a', '\\u{3a}:error::a'],
    ['nor in capitals, which a runner takes as well', '::Set-Output name=a::b', '\\u{3a}:Set-Output name=a::b'],
    ['nor where a line may break', 'a ::Add-Mask::b', 'a \\u{3a}:Add-Mask::b'],
    ['within a word there is none', 'Fn::Join of an AWS::Cognito::UserPool', 'Fn::Join of an AWS::Cognito::UserPool'],
    ['nor one of the older form, which may stand anywhere', 'a ##[add-mask]b', 'a \\u{23}#[add-mask]b'],
    ['an ARN and an IPv6 address are no commands', 'arn:aws:iam::1234:role [::1]', 'arn:aws:iam::1234:role [::1]'],
  ])('%s', (_name, text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe('firstSentence', () => {
  test.each([
    ['the first of two', 'Set it. Then deploy.', 'Set it.'],
    ['a point within code ends nothing', 'Set `A.B` and `C`. Done.', 'Set `A.B` and `C`.'],
    ['a point before a small letter ends nothing', 'Use flows, e.g. these. Done.', 'Use flows, e.g. these.'],
    ['a text without an end is all of it', 'Use https', 'Use https'],
  ])('%s', (_name, text, expected) => {
    expect(firstSentence(text)).toBe(expected);
  });

  test('of the fix of every rule it ends outside of code and brackets', () => {
    const balanced = (text: string, open: string, close: string) =>
      text.split(open).length === text.split(close).length;
    const broken = rules.filter(({ fix }) => {
      const sentence = firstSentence(fix);
      return sentence.split('`').length % 2 === 0 || !balanced(sentence, '(', ')');
    });
    expect(broken.map(({ id, fix }) => [id, firstSentence(fix)])).toEqual([]);
  });
});
