const fs=require('fs'),vm=require('vm'),path=require('path'),Module=require('module');
const file=path.join(__dirname,'app.cjs'); const cacheFile=file+'.cache';
const src=fs.readFileSync(file,'utf8'); let cached; try{cached=fs.readFileSync(cacheFile)}catch{}
const wrapped=Module.wrap(src);
const script=new vm.Script(wrapped,{filename:file,cachedData:cached,importModuleDynamically:vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER});
if(cached&&script.cachedDataRejected) process.stderr.write('REJECTED\n');
const m={exports:{}}; script.runInThisContext()(m.exports,Module.createRequire(file),m,file,__dirname);
const {stdout,stderr}=process;
m.exports.run(process.argv.slice(2),{out:t=>void stdout.write(t),error:t=>void stderr.write(t),interactive:stderr.isTTY,language:'zh'}).then(c=>{process.exitCode=c; if(process.env.MAKE_CACHE) fs.writeFileSync(cacheFile,script.createCachedData());});
