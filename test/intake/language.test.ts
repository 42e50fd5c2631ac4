import { expect, test } from "vitest";
import { languageOf } from "../../src/intake/index.ts";

test.each([
  ["The foreign ministers of Russia and China met in Guilin and signed a joint statement.", "en"],
  ["Xi met Putin in Moscow.", "en"],
  ["Moscow, Beijing to hold naval drill in the Gulf of Oman", "en"],
  ["Министр иностранных дел России встретился в Пекине с китайским коллегой и обсудил сотрудничество.", "ru"],
  ["中国外交部发言人表示，双方同意加强合作。", "zh"],
  ["日本の外務大臣は北京を訪問し、会談を行った。", "ja"],
  ["Le ministre des Affaires étrangères a rencontré son homologue chinois à Paris pour parler de commerce.", "fr"],
  ["وزير الخارجية يلتقي نظيره الصيني في بكين لبحث التعاون", "ar"],
  ["12345 67890 +++", "und"],
])("%s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});
