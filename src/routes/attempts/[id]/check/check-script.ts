/* Counts the minutes of a timed attempt on. Without it the page says how many were left when it was drawn. */
import { followTime } from '#lib/components/attempt/follow-time.ts';
import { announce } from '#lib/components/attempt/question-page.ts';

announce('');
followTime(announce);
