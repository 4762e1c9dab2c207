"""Run by LibreOffice's own Python: see office.py."""

import json
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

_COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def _started(folder, pipe):
    command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
    command += ["--norestore", "--nolockcheck", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)


def _reached(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def _paragraphs(text, out):
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        part = walk.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                _paragraphs(part.getCellByName(name), out)
        else:
            out.append([part.ParaStyleName, part.getString(), bool(part.NumberingIsNumber and part.ListId)])
    return out


def main(folder):
    pipe = Path(folder).name
    process = _started(folder, pipe)
    try:
        remote = _reached(pipe)
        manager = remote.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", remote)
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        found = {}
        for name, (what, path) in json.load(sys.stdin).items():
            document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (hidden,))
            if what in _COMMANDS:
                dispatcher.executeDispatch(document.CurrentController.Frame, _COMMANDS[what], "", 0, ())
            found[name] = _paragraphs(document.Text, [])
            document.close(True)
        print(json.dumps(found))
        desktop.terminate()
    except Exception as error:
        print(f"LibreOffice: {error}", file=sys.stderr)
        process.kill()
        raise SystemExit(1) from error
    process.wait(30)


main(sys.argv[1])
