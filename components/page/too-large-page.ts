/** For a form that is too large to be read: nothing of it arrived, so the text is only where it was typed. */
export const tooLargePage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Error: your message is too long</title>
<style>:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.5 system-ui,sans-serif}main{max-width:36rem;margin:0 auto;padding:4rem 1.25rem}</style></head>
<body><main><h1>Your message is too long to send</h1>
<p>Nothing was sent. Use your browser’s Back button: what you typed is still there. Shorten it to 2,000 characters and send it again.</p></main></body></html>`;
