/** What to say where a folder is not one reports were built into. */
export function noManifest(folder: string, language: 'zh' | 'en'): string {
  return language === 'zh'
    ? `${folder} 中没有 manifest.json：请给出编制时的输出文件夹，例如 out/sample-city-2025。\n`
    : `There is no manifest.json in ${folder}: name a folder a report was built into, e.g. out/sample-city-2025.\n`;
}
