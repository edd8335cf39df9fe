package theme

// Glyphs are the signs of the interface. Each is one cell wide, except the
// names of keys in ASCII.
type Glyphs struct {
	// States.
	Open, Half, Blocked, Declared, Validated, Abandoned string
	Late, Check, Current                                string
	// The selected row, what can be opened, what was cut, a separator, what follows from something.
	Marker, More, Ellipsis, Dot, Arrow string
	// Rules.
	Rule, Wall, TeeDown, TeeUp, TeeRight, TeeLeft, Cross string
	// Bars of progress: filled, empty, and where it should be today.
	Bar, Empty, Today string
	// Sorting, and what lies beyond the edge.
	Up, Down, Above, Below string
	// A choice between values.
	Previous, Next string
	// Keys that have no letter.
	KeyUpDown, KeyLeftRight, KeyEnter string
}

var (
	unicodeGlyphs = Glyphs{
		Open: "○", Half: "◐", Blocked: "▲", Declared: "●", Validated: "✓", Abandoned: "✗",
		Late: "!", Check: "✓", Current: "▸",
		Marker: "▌", More: "›", Ellipsis: "…", Dot: "·", Arrow: "→",
		Rule: "─", Wall: "│", TeeDown: "┬", TeeUp: "┴", TeeRight: "├", TeeLeft: "┤", Cross: "┼",
		Bar: "█", Empty: "░", Today: "┊",
		Up: "▲", Down: "▼", Above: "↑", Below: "↓",
		Previous: "‹", Next: "›",
		KeyUpDown: "↑↓", KeyLeftRight: "←→", KeyEnter: "⏎",
	}
	asciiGlyphs = Glyphs{
		Open: "o", Half: "/", Blocked: "^", Declared: "*", Validated: "v", Abandoned: "x",
		Late: "!", Check: "v", Current: ">",
		Marker: ">", More: ">", Ellipsis: "~", Dot: "-", Arrow: ">",
		Rule: "-", Wall: "|", TeeDown: "+", TeeUp: "+", TeeRight: "+", TeeLeft: "+", Cross: "+",
		Bar: "#", Empty: ".", Today: "|",
		Up: "^", Down: "v", Above: "^", Below: "v",
		Previous: "<", Next: ">",
		KeyUpDown: "up/down", KeyLeftRight: "left/right", KeyEnter: "enter",
	}
)
