// HTML of a message → what it uses that a mail program of the list does not know, as JSON.
// node caniemail.mjs FOLDER_OF_THE_PACKAGE FILE.html
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const CLIENTS = ["gmail.*", "outlook.windows", "outlook.macos", "outlook.ios", "outlook.android", "apple-mail.*",
  "thunderbird.macos"];
const ACCEPTED = {
  "@media": "dark ground and narrow margins; without it the digest is light, as wide as the window",
  "<style> element": "holds the rules above only; every other rule stands in the elements",
  "display:none": "the line for the list of messages; without it one line of 1 px in the colour of the ground",
  "color-scheme meta tag": "says that there is a dark look; a program that does not know it shows the light one",
  "<body> element": "its ground is that of the outer table too",
};

const [folder, file] = process.argv.slice(2);
const { main, exports: told } = JSON.parse(readFileSync(`${folder}/package.json`, "utf-8"));
const start = told?.["."]?.import ?? told?.["."] ?? told?.import ?? told ?? main;
const { caniemail } = await import(pathToFileURL(`${folder}/${start.default ?? start}`));
const { issues } = caniemail({ clients: CLIENTS, html: readFileSync(file, "utf-8") });
const found = {};
for (const [client, list] of issues.errors)
  for (const { title } of list) if (!(title.trim() in ACCEPTED)) (found[title] ??= new Set()).add(client);
console.log(JSON.stringify(Object.fromEntries(Object.entries(found).map(([title, clients]) => [title, [...clients]]))));
