/**
 * Shows a line at the foot of the window for a while; with `undo`, there is a way back.
 * @param {{message: string, hint?: string|null, undo?: () => unknown, calm?: boolean}} notice
 */
export function say(notice) {
  document.dispatchEvent(new CustomEvent("notice:shown", { detail: notice }));
}

/** Takes away what is shown: nothing of a client may stand on a covered page. */
export function hush() {
  document.dispatchEvent(new CustomEvent("notice:gone"));
}
