import type { Question } from '../question.ts';
import { askIngest } from './ingest.ts';
import { askLookUp } from './look-up.ts';

/** What does the desk hold, and how quick is it? */
export const askDesk = (): Question[] => [askIngest(), askLookUp()];
