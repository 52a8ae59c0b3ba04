import { call } from "./transport.js";

/** @import { KeptTemplate } from "../../types/wire/KeptTemplate.ts" */
/** @import { SavedFile } from "../../types/wire/SavedFile.ts" */
/** @import { TemplateList } from "../../types/wire/TemplateList.ts" */
/** @import { TemplatePart } from "../../types/wire/TemplatePart.ts" */
/** @import { TemplateSheet } from "../../types/wire/TemplateSheet.ts" */
/** @import { TemplateWords } from "../../types/wire/TemplateWords.ts" */

/** @returns {Promise<TemplateList>} */
export const listTemplates = () => call("list_templates", {});

/** @param {string} kind @param {string} name @param {number | null} from none for the built-in words @returns {Promise<KeptTemplate>} */
export const copyTemplate = (kind, name, from = null) => call("copy_template", { kind, name, from });

/** @param {number} templateId @param {number | null} clientId whose values it is filled with @returns {Promise<TemplateSheet>} */
export const openTemplate = (templateId, clientId) => call("open_template", { templateId, clientId });

/** @param {number} templateId @param {TemplateWords} words @param {number | null} clientId @returns {Promise<TemplateSheet>} */
export const saveTemplate = (templateId, words, clientId) => call("save_template", { templateId, words, clientId });

/** @param {number} templateId @returns {Promise<null>} */
export const leaveTemplate = (templateId) => call("leave_template", { templateId });

/** @param {number} templateId @param {boolean} used @returns {Promise<TemplateList>} */
export const useTemplate = (templateId, used) => call("use_template", { templateId, used });

/** @param {number} templateId @param {number} number @returns {Promise<TemplatePart[]>} */
export const templateVersion = (templateId, number) => call("template_version", { templateId, number });

/** @param {number} templateId @param {number} number @returns {Promise<TemplateSheet>} */
export const bringBackTemplate = (templateId, number) => call("bring_back_template", { templateId, number });

/** @param {number} templateId @returns {Promise<null>} */
export const removeTemplate = (templateId) => call("remove_template", { templateId });

/** @param {number} templateId @returns {Promise<null>} */
export const restoreTemplate = (templateId) => call("restore_template", { templateId });

/** @param {number} templateId @returns {Promise<SavedFile>} */
export const exportTemplate = (templateId) => call("export_template", { templateId });

/** @returns {Promise<KeptTemplate>} */
export const importTemplate = () => call("import_template", {});
