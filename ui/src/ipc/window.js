import { call } from "./transport.js";

/** @import { Strip } from "../../types/wire/Strip.ts" */

/** Makes the window the strip above a call, or as it was. @param {boolean} on @returns {Promise<Strip>} */
export const setStrip = (on) => call("set_strip", { on });
