// usage: node validate_glb.cjs FILE.glb NODE_MODULES
// Exit code 0 when the Khronos glTF validator finds no error, 1 when it does, 77 when it is not installed.
const fs = require('fs');
const path = require('path');

const [file, modules] = process.argv.slice(2);
let validator;
try {
    validator = require(path.join(modules, 'gltf-validator'));
} catch {
    console.log(`skipped: gltf-validator is not in ${modules} (tests/run installs it)`);
    process.exit(77);
}
validator.validateBytes(new Uint8Array(fs.readFileSync(file)), {maxIssues: 50}).then(
    (report) => {
        for (const issue of report.issues.messages)
            if (issue.severity === 0) console.log(`${issue.pointer}: ${issue.code}: ${issue.message}`);
        console.log(`${file}: ${report.issues.numErrors} errors, ${report.issues.numWarnings} warnings`);
        process.exit(report.issues.numErrors === 0 ? 0 : 1);
    },
    (problem) => {
        console.log(`${file}: ${problem}`);
        process.exit(1);
    });
