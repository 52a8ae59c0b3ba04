/** Text size of the window, 100 to 200 %, as the open book has it. */

import { getPractice } from "../ipc/book.js";
import { setOwnKeys } from "./own-keys.js";

export const SIZES = [100, 125, 150, 175, 200];

export const textSize = () => Number(document.documentElement.dataset.text ?? 100);

/** @param {number} percent */
export function setTextSize(percent) {
  document.documentElement.dataset.text = String(percent);
}

/** Takes text size and keys from the book that was opened; without an answer they stay as they are. */
export async function takeSettings() {
  const settings = (await getPractice().catch(() => null))?.settings;
  if (!settings) return;
  setTextSize(settings.textSize);
  setOwnKeys(settings.ownKeys);
}
