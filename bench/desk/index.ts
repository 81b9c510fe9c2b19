import type { Question } from '../question.ts';
import type { Visits } from '../visits.ts';
import { askIngest } from './ingest.ts';
import { askLookUp } from './look-up.ts';
import { askMemory } from './memory.ts';
import { askPage } from './page.ts';

/** What does the desk hold, and how quick is it? */
export const askDesk = (visits: Visits): Question[] => [askIngest(), askMemory(), askLookUp(), askPage(visits)];
