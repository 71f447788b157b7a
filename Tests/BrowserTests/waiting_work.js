// What waits on a device after weeks without a network: conversations, each with its company, its ticks and its end. For the
// tests and the benchmarks, in the page without a network; gives how many items wait.
async ([programme, conversations, ticks, code]) => {
    const base = document.querySelector("script[src*='take-along.js']").src;
    const load = (name) => import(base.replace("take-along.js", name));
    const [{ identifier }, { openVault }] = await Promise.all(["identifier.js", "vault.js"].map(load));
    const vault = await openVault(code);
    const pack = await vault.get(`pack:${programme}`);
    const today = new Date().toLocaleDateString("sv-SE");
    const municipality = pack.areas.find((area) => area.kind === "municipality").code;
    for (let number = 0; number < conversations; number++) {
        const [company, conversation] = [identifier(), identifier()];
        const item = (fields) => ({ id: identifier(), programme, ...fields });
        const made = Array.from({ length: ticks }, (_, index) => item({ kind: "ticks", conversation, ticks: [
            { id: identifier(), activity: pack.sheet.activities[index % pack.sheet.activities.length].code, mark: "doing", isOn: true, madeAt: Date.now() }] }));
        await vault.keep([
            item({ kind: "company", company, fields: { name: `Onderweg ${number} BV`, municipality } }),
            item({ kind: "plan", conversation, company, day: today }),
            item({ kind: "start", conversation, sheetVersion: pack.sheet.version, day: today }),
            ...made, item({ kind: "finish", conversation }),
        ], {});
    }
    return vault.count();
}
