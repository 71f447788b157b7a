// A page with forms for files, and nothing else to do.
import { watchForms } from "./photos.js";

watchForms();
