/** What `--help` says, and every wrong usage. */
export const usage = `
npm run build-report -- <period>…  编制报告 build reports, e.g. 2022 or 2021,2022 or 2022-2025
    --region <list>     地区 (default: default_region in data/regions.yaml)
    --format <list>     pdf,docx,html (default all)      --out <dir>    输出文件夹 (default out/)
    --theme <id>        主题 (default whitepaper)        --lang <tag>   语言 (default zh-CN)
    --all               所有地区和年份 every region and period
    --shard <i>/<n>     只编第 i 份，共分 n 份 one of n parts, for several machines
    --workers <n>       同时编几份 reports at once (default: as many as cores and memory allow)
    --timeout <s>       每份最多几秒 seconds a report may take (default 600)
    --final             定稿：拒绝未确认的数 refuse unconfirmed figures
    --content-controls off  Word 中的数不加内容控件 no content controls around figures in Word
    --track-changes-from <folder>  另出一份带修订标记的 Word a DOCX with the changes since that build
    --strict            警告也作为错误 warnings are errors
    --no-cache          不用以前的结果 use nothing earlier runs have kept
    --json              结果为标准输出上的一个 JSON 对象 one JSON object on stdout
npm run check   -- [<period>…] [--region <list>] [--json]    只检查数据 data and rules only
npm run seal    -- <period> [--region <id>]               封存已公布的数 seal what was published
npm run audit   -- <folder> [--json]      核对成品，如 out/sample-city-2025 read finished files back
npm run verify  -- <folder> [--json]      重新编制并逐字节比较 build again and compare byte by byte
npm run readback -- <file.docx> [--json]  读回改过的 Word 文件 what was changed in an edited DOCX
    --build <folder>    编制时的输出文件夹 its build (default: in out/)
    --apply             把改过的数写进数据 write the changed figures into the data
    --accept <keys>     只改了几处的数也采用新数 take these though the old number stands elsewhere
npm run preview -- <period> [--region <id>] [--port <n>]  浏览器预览 live draft in the browser
    --read-only         只看不改 nothing can be changed in the browser
    --no-open           不自动打开浏览器 do not open the browser
    --host <address>    让别人也能打开，如 0.0.0.0 let others in (default: this machine only)
npm run doctor  -- [--json]                               检查这台机器缺什么 what this machine lacks
npm run new-region -- <id> --name 某某市 --period 2025    新建地区或年份 a new region or year
    --short <名>        简称 (default: name without 市)  --province <名>  所在省
    --level <level>     级别 (default prefecture-city; sub-provincial-city, county, province)
`.trim();
