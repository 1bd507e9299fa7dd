import type { ItemType } from './keyed-item.ts';

/** The types of items in the order in which they are offered, each with what the learner does. */
export const ITEM_TYPES: readonly { id: ItemType; label: string }[] = [
  { id: 'single', label: 'Single best answer' },
  { id: 'multiple', label: 'Multiple answers' },
  { id: 'true-false', label: 'True or false' },
  { id: 'matching', label: 'Matching' },
  { id: 'ordering', label: 'Ordering' },
  { id: 'numeric', label: 'Number' },
  { id: 'short-text', label: 'Short text' }
];

/** Whether a text names a type of item. */
export const isItemType = (text: string): text is ItemType => ITEM_TYPES.some(({ id }) => id === text);

/** Whether an option of this type of item is right or wrong by itself; else it is matched or has a position. */
export const hasKeyedOptions = (type: ItemType): boolean => type !== 'matching' && type !== 'ordering';
