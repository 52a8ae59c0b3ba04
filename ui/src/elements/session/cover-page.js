import { keysNow } from "../../lib/own-keys.js";
import { View } from "../../lib/view.js";
import { html } from "../../vendor/lit-html/lit-html.js";
import { session as words } from "../../words/en/session.js";

/** A blank page with the clock. The writing line under it goes on. */
export class CoverPage extends View {
  clock = "";

  template() {
    return html`<div class="cover" role="region" aria-label=${words.cover.label}><p class="cover__clock">${this.clock}</p><p class="tiny muted">${words.cover.hint(keysNow().cover ?? "")}</p></div>`;
  }
}
