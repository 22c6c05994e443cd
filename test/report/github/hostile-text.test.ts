import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkRunOf } from '../../../src/report/github/check-run.ts';
import { commentText } from '../../../src/report/github/comment.ts';
import { reviewPlan } from '../../../src/report/github/review.ts';
import { suggestionsOf } from '../../../src/report/github/suggestion.ts';
import { SourceFile } from '../../../src/text/source.ts';
import { hostile, JOINED, UNSEEN } from '../hostile-pieces.ts';
import { rendered } from '../rendered-markdown.ts';
import { findingOf, reportOf } from '../sample.ts';

const SECRET = 'Heath-and-Harebell';
const WHEREABOUTS = { files: 'https://github.com/o/r/blob/5ca1ab1e', run: 'https://github.com/o/r/actions/runs/1' };

/** A report on a file with `text` in its name, in its lines, in the message and in the fix. */
function reportWith(text: string): ReturnType<typeof reportOf> {
  const file = new SourceFile(`x/${text}`, `a: ${text}\nb: ${SECRET}\n`);
  const at = file.span(0, 1);
  const fix = { title: text, edits: [{ at, text: `c: ${text} #` }], isSafe: true };
  const beside = { ...fix, edits: [{ at: file.span(file.text.length - 2, file.text.length - 1), text }] };
  const finding = { ...findingOf({ at, message: `job ${text} is wrong`, related: [{ at, message: text }] }), fix };
  const secret = file.text.indexOf(SECRET);
  return reportOf([finding, { ...finding, fix: beside }], { secrets: [file.span(secret, secret + SECRET.length)] });
}

/** The bodies of the comments on lines, where GitHub shows all of the file. */
function bodiesFor(text: string): readonly string[] {
  const report = reportWith(text);
  const { path, text: content } = report.findings[0]?.at.file ?? new SourceFile('', '');
  const patch = ['@@ -0,0 +1,9 @@', ...content.split('\n').map(line => `+${line}`)].join('\n');
  const state = { step: 'lint', suggestions: suggestionsOf(report), patches: new Map([[path, patch]]), posted: [] };
  return reviewPlan(state).create.map(({ body }) => body);
}

function holdsFor(check: (text: string) => void): void {
  fc.assert(fc.property(hostile, check), { seed: 8, numRuns: 500 });
}

test('a suggestion shows its lines and nothing else that a file says', () => {
  holdsFor(text => {
    for (const body of bodiesFor(text)) {
      const { tags, links, texts, shown } = rendered(body);
      const structure = tags.map(tag => tag.replace(/ .*/, '>')).filter(tag => tag !== '<span>' && tag !== '<code>');
      expect(structure).toEqual(['<!-->', '<p>', '<a>', '<pre>']);
      expect(tags).toContain('<code class="language-suggestion">');
      expect(links).toEqual([expect.stringMatching(/^https:\/\/github\.com\/promsec\/promsec\/blob\//)]);
      expect(texts.filter(piece => JOINED.test(piece))).toEqual([]);
      expect(shown.replaceAll('\r\n', '\n')).toContain(`c: ${text.replaceAll('\r\n', '\n')} #`);
      expect(UNSEEN.test(body.replaceAll('\r\n', '\n').replaceAll('\t', ''))).toBe(false);
      expect(body).not.toContain(SECRET);
    }
  });
});

test('a comment has no link but ours, and no secret', () => {
  holdsFor(text => {
    const comment = commentText(reportWith(text), WHEREABOUTS);
    const { links, texts } = rendered(comment);
    expect(links.filter(link => !/^https:\/\/github\.com\/(?:o\/r|promsec\/promsec)\//.test(link))).toEqual([]);
    expect(texts.filter(piece => JOINED.test(piece))).toEqual([]);
    expect(UNSEEN.test(comment)).toBe(false);
    expect(comment).not.toContain(SECRET);
  });
});

test('an annotation of a check run has a message that is seen as it is, and no secret', () => {
  holdsFor(text => {
    for (const { message } of checkRunOf(reportWith(text), true).annotations) {
      expect(UNSEEN.test(message)).toBe(false);
      expect(message).not.toContain(SECRET);
    }
  });
});
