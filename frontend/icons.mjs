// The icons that we use: our name -> the file's name in Aksel. Each stands beside a word.
export const ICONS = {
  search: "MagnifyingGlass", person: "Person", people: "PersonGroup", calendar: "Calendar", clock: "Clock", place: "LocationPin",
  back: "ArrowLeft", forward: "ArrowRight", down: "ChevronDown", check: "Checkmark", done: "CheckmarkCircle", circle: "Circle",
  warning: "ExclamationmarkTriangle", info: "InformationSquare", error: "XMarkOctagon", eye: "Eye", hourglass: "Hourglass", file: "FileText",
  write: "NotePencil", agree: "Handshake", mail: "EnvelopeClosed", print: "PrinterSmall", download: "Download", upload: "Upload",
  add: "Plus", close: "XMark", menu: "MenuHamburger", offline: "CloudSlash", link: "Link", list: "ClipboardCheckmark", edit: "Pencil",
  remove: "Trash", qr: "QrCode", globe: "Globe", leave: "Leave", laptop: "Laptop", machine: "Tasklist", chat: "Chat", seal: "SealCheckmark",
};
