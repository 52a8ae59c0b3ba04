import { View } from "../lib/view.js";
import { html } from "../vendor/lit-html/lit-html.js";
import { words } from "../words/en.js";

const said = words.common;

/** What stands in the place of something that is not in the book any more. */
export class GonePage extends View {
  /** Whatever the address was. @type {any} */
  route = null;

  template() {
    return html`<div class="page"><div class="page__head"><h1 tabindex="-1">${said.gone}</h1><p class="muted">${said.goneWhy}</p></div>
      <div class="row"><a class="button" href="#/">${said.today}</a><a class="button" href="#/clients">${said.clients}</a></div></div>`;
  }
}
