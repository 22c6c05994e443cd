import { certificateFixtures } from './certificate-fixtures.ts';
import { repositories } from './repositories.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

/** Everything that cases are made of. */
export function fixtures(): Vocabulary {
  return vocabularyOf(repositories(), certificateFixtures());
}
