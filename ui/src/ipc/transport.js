/** The only file that knows Tauri. Tests and the preview put their own transport in its place. */

import { invoke } from "../vendor/tauri/core.js";
import { listen as listenToTauri } from "../vendor/tauri/event.js";

/**
 * @typedef {object} Transport
 * @property {(name: string, args?: any) => Promise<any>} call
 * @property {(event: string, heard: (payload: any) => void) => Promise<() => void>} listen
 */

/** @type {Transport} */
let transport = {
  call: (name, args) => invoke(name, args),
  listen: (event, heard) => listenToTauri(event, ({ payload }) => heard(payload)),
};

/** @param {Transport} other */
export function setTransport(other) {
  transport = other;
}

/** Calls a command. A refusal is `{code, message, hint}`. @param {string} name @param {any} [args] @returns {Promise<any>} */
export function call(name, args = {}) {
  return transport.call(name, args);
}

/** @param {string} event @param {(payload: any) => void} heard @returns {Promise<() => void>} */
export function listen(event, heard) {
  return transport.listen(event, heard);
}
