/** Where hostile texts point; the name resolves nowhere, and the tests see every attempt. */
export const elsewhere = 'http://leak.invalid';

/** Texts that are nothing but text: a report prints them, and no program may take them for more. */
export const harmless = [
  `javascript:fetch('${elsewhere}')`,
  'file:///etc/passwd',
  `url(${elsewhere}/a.png)`,
  `@import "${elsewhere}/a.css";`,
  '" onload="alert(document.cookie)',
  "' onerror='alert(document.cookie)",
  '*/} body{background:url(file:///etc/passwd)} /*',
  '&lt;script&gt;alert(document.cookie)&lt;/script&gt;',
  '&xxe; &#x3c;iframe&#x3e; ]]> &amp;lt;b&amp;gt;',
  'data:text/html,leak',
  `INCLUDETEXT "${elsewhere}" \\* MERGEFORMAT`,
  'INCLUDEPICTURE "file:///etc/passwd"',
  'DDEAUTO c:\\\\windows\\\\system\\\\cmd.exe "/k calc.exe"',
  `HYPERLINK "${elsewhere}"`,
  '=cmd|\' /C calc\'!A',
  '=HYPERLINK("http://leak.invalid","x")',
  '+SUM(A:A)',
  '@SUM(A:A)',
  '-cmd|x',
  '{figure} ${figure} #{figure} <%= figure %>'.replace('<%', '‹%'),
  '__proto__ constructor prototype hasOwnProperty',
  '../../../../etc/passwd',
  'a\u202egpj.exe',
  '\u2066left\u2069',
  'expression(alert)',
  "%PDF /JavaScript (app.alert)",
  "datum.constructor.constructor('return this')()",
] as const; // prettier-ignore

/** Texts that are markup, a template, or nothing a file can hold: refused where they stand. */
export const refused = [
  `<script>fetch('${elsewhere}')</script>`,
  '<iframe src="file:///etc/passwd"></iframe>',
  `<img src=${elsewhere} onerror=alert(document.cookie)>`,
  '<svg onload=alert(document.cookie)><foreignObject/></svg>',
  '<!ENTITY xxe SYSTEM "file:///etc/passwd">',
  '<![CDATA[<script>]]>',
  '<?xml-stylesheet href="x"?>',
  '</style><script>alert(document.cookie)</script>',
  '{{{figure}}}',
  '{{lookup this "constructor"}}',
  '{{> ../../../etc/passwd}}',
  '{{#with this}}{{constructor}}{{/with}}',
  '{{* decorator}}',
] as const;

/** Characters no text on paper can have. */
export const controls = [
  '\u0000',
  '\u0001',
  '\u0008',
  '\u001b[2J',
  '\u007f',
  '\u0085',
  '\ufffe',
  '\ud800',
] as const;
