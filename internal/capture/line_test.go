package capture

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/text"
)

func institutionOf(id string, names ...string) Candidate {
	return Candidate{Thing: committee.Thing{Kind: committee.KindInstitution, ID: id}, Names: names}
}

func functionOf(id, under string, names ...string) Candidate {
	return Candidate{
		Thing: committee.Thing{Kind: committee.KindFunction, ID: id}, Names: names,
		Under: committee.Thing{Kind: committee.KindInstitution, ID: under},
	}
}

func labelled(kind committee.Kind, id string, names ...string) Candidate {
	return Candidate{Thing: committee.Thing{Kind: kind, ID: id}, Names: names}
}

// circle is a small committee with names that look alike.
var circle = []Candidate{
	institutionOf("mjdh", "Ministère de la Justice et des Droits de l’Homme", "MJDH"),
	institutionOf("mef", "Ministère de l’Économie et des Finances", "MEF"),
	institutionOf("onudc", "Office des Nations unies contre la drogue et le crime", "ONUDC"),
	institutionOf("dgp", "Direction générale de la police", "DGP"),
	institutionOf("dgd", "Direction générale des douanes", "DGD"),
	institutionOf("ocs", "Office central des stupéfiants", "OCS"),
	functionOf("mj-min", "mjdh", "Ministre de la Justice", "MJDH Ministre de la Justice"),
	functionOf("mj-sg", "mjdh", "Secrétaire général", "MJDH Secrétaire général"),
	functionOf("mef-sg", "mef", "Secrétaire général", "MEF Secrétaire général"),
	functionOf("dgp-cab", "dgp", "Chef de cabinet", "DGP Chef de cabinet"),
	labelled(committee.KindGroup, "gt1", "Groupe 1 : prévention", "GT1"),
	labelled(committee.KindGroup, "gt2", "Groupe 2 : répression", "GT2"),
	labelled(committee.KindAxis, "axe3", "Coopération internationale", "A3", "A3 Coopération internationale"),
}

var known = NewVocabulary(circle)

// said is a line in short: its text, what it understood, what it did not.
func said(l Line) string {
	parts := []string{l.Text}
	for _, f := range l.Facts {
		switch {
		case f.Priority != "":
			parts = append(parts, "!"+string(f.Priority))
		case f.Due != "":
			parts = append(parts, ">"+string(f.Due))
		case f.Kind == FactCost:
			parts = append(parts, fmt.Sprintf("$%d", f.Cost))
		default:
			parts = append(parts, map[FactKind]string{FactWho: "@", FactSupport: "+", FactGroup: "#"}[f.Kind]+f.Thing.ID)
		}
	}
	for _, f := range l.Unread {
		s := "?" + string(f.Kind) + " " + string(f.Reason)
		if f.Count > 0 {
			s += fmt.Sprint(" ", f.Count)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " | ")
}

type heard struct{ typed, want string }

func listen(t *testing.T, line committee.EntryKind, lines []heard) {
	t.Helper()
	for _, lang := range []committee.Language{committee.French, committee.English} {
		for _, c := range lines {
			if got := said(Read(line, c.typed, known, today, lang)); got != c.want {
				t.Errorf("in %s the %s %q\n is %s\nnot %s", lang, line, c.typed, got, c.want)
			}
		}
	}
}

func TestLineOfAnAction(t *testing.T) {
	listen(t, committee.EntryAction, []heard{
		{
			"Saisir le décret @mjdh +onudc #gt2 !haute >15/01/2018 $2 000 000",
			"Saisir le décret | @mjdh | +onudc | #gt2 | !high | >2018-01-15 | $2000000",
		},
		{
			"Draft the decree @mjdh/secr +onudc #gt2 !high >end of month $200 million",
			"Draft the decree | @mj-sg | +onudc | #gt2 | !high | >2017-12-31 | $200000000",
		},
		{"Saisir le décret &mjdh §gt2", "Saisir le décret | @mjdh | #gt2"},
		{"@dgp, saisir les véhicules", "saisir les véhicules | @dgp"},
		{"Saisir @dgp, puis rendre compte", "Saisir, puis rendre compte | @dgp"},
		{"Former les agents +onudc +dgd +dgd", "Former les agents +dgd | +onudc | +dgd | ?support duplicate"},
		{"Former #gt1 #a3 #gt2", "Former #gt2 | #gt1 | #axe3 | ?group duplicate"},
		{"@dgp ou @dgd", "ou @dgd | @dgp | ?who duplicate"},
		{"!h !b", "!b | !high | ?priority duplicate"},
		{"Former !moy", "Former | !medium"},
		{"Former !low.", "Former. | !low"},
		{"Former !1", "Former | !high"},
		{"Former !2, puis suivre", "Former, puis suivre | !medium"},
		{"Former !3.", "Former. | !low"},
		{"Former !12", "Former !12 | ?priority not_listed"},
		{"", ""},
	})
}

func TestNamesOfALine(t *testing.T) {
	listen(t, committee.EntryAction, []heard{
		{"@justice transmettre", "transmettre | @mjdh"}, // its minister is reached by the title
		{"@ministre de la justice transmettre", "transmettre | @mj-min"},
		{"@ministère de la justice transmettre", "transmettre | @mjdh"},
		{"@MINISTERE DE L'ECONOMIE transmettre", "transmettre | @mef"},
		{"@justice et transmettre", "et transmettre | @mjdh"}, // the name goes on with the same word
		{"@justice de transmettre", "de transmettre | @mjdh"},
		{"@douanes saisir", "saisir | @dgd"},
		{"@douan saisir", "saisir | @dgd"},
		{"@direction saisir", "@direction saisir | ?who ambiguous 2"},
		{"@direction générale saisir", "@direction générale saisir | ?who ambiguous 2"},
		{"@direction générale des douanes saisir", "saisir | @dgd"},
		{"@dgp direction saisir", "direction saisir | @dgp"},
		{"@secrétaire saisir", "@secrétaire saisir | ?who ambiguous 2"},
		{"@justice/secretaire saisir", "saisir | @mj-sg"},
		{"@mef/secrétaire général saisir", "saisir | @mef-sg"},
		{"@ministère/secrétaire saisir", "@ministère/secrétaire saisir | ?who ambiguous 2"},
		{"@ministère/ministre saisir", "saisir | @mj-min"},
		{"@mef/ministre saisir", "@mef/ministre saisir | ?who unknown"},
		{`@"mef/secrétaire général" saisir`, "saisir | @mef-sg"},
		{`@"chef de cabinet" saisir`, "saisir | @dgp-cab"},
		{"@« chef de cabinet » saisir", "saisir | @dgp-cab"},
		{"@“chef de cabinet” saisir", "saisir | @dgp-cab"},
		{`@"secrétaire général" saisir`, `@"secrétaire général" saisir | ?who ambiguous 2`},
		{`@"inconnu +dgp" saisir`, `@"inconnu +dgp" saisir | ?who unknown`},
		{`@"chef de cabinet saisir`, `@"chef de cabinet saisir | ?who unknown`},
		{"@inconnu saisir", "@inconnu saisir | ?who unknown"},
		{"@dgp-sud saisir", "@dgp-sud saisir | ?who unknown"},
		{"@dgp.ml saisir", "@dgp.ml saisir | ?who unknown"},
		{"+secrétaire", "+secrétaire | ?support unknown"}, // no function helps
		{"@gt1", "@gt1 | ?who unknown"},
		{"#dgp", "#dgp | ?group unknown"},
		{"#groupe 2 réprimer", "réprimer | #gt2"},
		{"#coopération", " | #axe3"},
	})
}

// The longest run decides: what could be a longer name is not taken for a
// shorter one.
func TestALongerNameThatIsDoubtfulIsNotCutShort(t *testing.T) {
	v := NewVocabulary([]Candidate{
		institutionOf("dn", "DN"), institutionOf("dn-par", "DN Parcs"), institutionOf("dn-paris", "DN Paris"),
	})
	for typed, want := range map[string]string{
		"@DN saisir":    "saisir | @dn",
		"@DN par":       "@DN par | ?who ambiguous 2",
		"@DN parc":      " | @dn-par",
		"@DN pa saisir": "pa saisir | @dn",
	} {
		if got := said(Read(committee.EntryAction, typed, v, today, committee.French)); got != want {
			t.Errorf("%q is %s, not %s", typed, got, want)
		}
	}
}

func TestDatesOfALine(t *testing.T) {
	listen(t, committee.EntryAction, []heard{
		{"Saisir >fin du mois le décret", "Saisir le décret | >2017-12-31"},
		{"Saisir >mardi prochain", "Saisir | >2017-12-19"},
		{"Saisir >T1 2018.", "Saisir. | >2018-Q1"},
		{"Saisir >+30j !haute", "Saisir | >2018-01-14 | !high"},
		{"Saisir >in 3 weeks", "Saisir | >2018-01-05"},
		{"Saisir >15 janvier la suite", "Saisir la suite | >2018-01-15"},
		{"Saisir >mars 2018, puis >demain", "Saisir, puis >demain | >2018-03-31 | ?due duplicate"},
		{"Saisir >avant le 15/01 +onudc", "Saisir | >2018-01-15 | +onudc"},
		{"Saisir >bientôt", "Saisir >bientôt | ?due not_a_due"},
		{"Saisir >31/02/2018", "Saisir >31/02/2018 | ?due not_a_due"},
		// A date within one that is none is not taken for it.
		{"Saisir >vendredi 18 janvier 2018", "Saisir >vendredi 18 janvier 2018 | ?due not_a_due"},
		{"Saisir >15 janvier 2300", "Saisir >15 janvier 2300 | ?due not_a_due"},
		{"peines >5 ans", "peines >5 ans | ?due not_a_due"},
	})
}

func TestSumsOfALine(t *testing.T) {
	listen(t, committee.EntryAction, []heard{
		{"Former $2M", "Former | $2000000"},
		{"Former $1,5 M, puis", "Former, puis | $1500000"},
		{"Former $1 milliard 200 millions de francs CFA par an", "Former par an | $1200000000"},
		{"Acheter $200 millions de véhicules", "Acheter de véhicules | $200000000"},
		{"Former $0", "Former | $0"},
		{"Former $1,5", "Former $1,5 | ?cost not_a_number"},
		{"Former $1,500 M", "Former $1,500 M | ?cost not_a_number"},
		{"Former $2 billions", "Former $2 billions | ?cost not_a_number"},
		{"Former $1001 Md", "Former $1001 Md | ?cost out_of_range"},
		{"Former $2 000 000 FCFA par an", "Former par an | $2000000"},
		{"Former $2 000 000 XOF", "Former | $2000000"},
		{"Former $ 2 000 000 F CFA", "Former | $2000000"},
		// The file keeps sums in FCFA only: another currency is never taken for it.
		{"Former $2 000 EUR par an", "Former $2 000 EUR par an | ?cost currency"},
		{"Former $2 000 € par an", "Former $2 000 € par an | ?cost currency"},
		{"Former $2 000€", "Former $2 000€ | ?cost currency"},
		{"Former $2€.", "Former $2€. | ?cost currency"},
		{"Former $2 millions d’euros, puis", "Former $2 millions d’euros, puis | ?cost currency"},
		{"Former $2 M USD", "Former $2 M USD | ?cost currency"},
		{"Former $2 000 dollars", "Former $2 000 dollars | ?cost currency"},
		{"Former $2 000 francs suisses", "Former $2 000 francs suisses | ?cost currency"},
		{"Former $2 000 $", "Former $2 000 $ | ?cost currency"},
		{"Former $2 000 US$", "Former $2 000 US$ | ?cost currency"},
		{"Former $USD 2000", "Former $USD 2000 | ?cost currency"},
		{"Former $US 2000 par an", "Former $US 2000 par an | ?cost currency"},
		{"Former $usd 2 000 puis", "Former $usd 2 000 puis | ?cost currency"},
		{"Former $EUR 2 M", "Former $EUR 2 M | ?cost currency"},
		{"Former $2000 US", "Former $2000 US | ?cost currency"},
		{"Former $2000 $US", "Former $2000 $US | ?cost currency"},
		{"Former $2 000 pour l’usine", "Former pour l’usine | $2000"},
		{"Le $US monte en 2018", "Le $US monte en 2018"},
		{"Former $500 000 pour l’euro", "Former pour l’euro | $500000"},
	})
}

func TestPlainTextHasNoFacts(t *testing.T) {
	for _, typed := range []string{
		"50 % des cas", "50\u00a0% des cas", "n° 3", "R&D", "R & D", "5>3", "Attention\u202f!", "Attention\u00a0! Il faut", "x@y.ml",
		"C#", "§ 3 du décret", "§3 du décret", "§ gt2", "& dgp", "+10 % de saisies", "US$ 5", "(@dgp)", "!!!", "!?", "&1",
	} {
		for _, line := range committee.EntryKinds {
			if got := said(Read(line, typed, known, today, committee.French)); got != typed {
				t.Errorf("the %s %q is %s", line, typed, got)
			}
		}
	}
}

// Nobody writes an @ or a # alone for its own sake: a name is missing.
func TestASignWithoutItsNameIsNotUnderstood(t *testing.T) {
	for typed, want := range map[string]string{
		"Publier #": "Publier # | ?group unknown", "Publier @ demain": "Publier @ demain | ?who unknown",
		"@ puis @DGP #": "@ puis # | @dgp | ?who unknown | ?group unknown", "C # 3": "C # 3 | ?group unknown", "C#": "C#",
	} {
		if got := said(Read(committee.EntryAction, typed, known, today, committee.French)); got != want {
			t.Errorf("%q is %s, want %s", typed, got, want)
		}
	}
	// What takes no such fact says that, rather than nothing.
	for _, line := range []committee.EntryKind{committee.Note, committee.Statement, committee.EntryDecision, committee.EntryVote} {
		if got := said(Read(line, "Publier #", known, today, committee.French)); got != "Publier # | ?group not_taken" {
			t.Errorf("the %s is %s", line, got)
		}
	}
	if got := said(Read(committee.Note, "Dit par @ hier", known, today, committee.French)); got != "Dit par @ hier | ?who unknown" {
		t.Errorf("the note is %s", got)
	}
}

func TestEachKindOfLineTakesItsFacts(t *testing.T) {
	listen(t, committee.EntryRecommendation, []heard{
		{
			"Former @dgp @dgd #gt1 !b >T2 2018 +onudc $5M",
			"Former +onudc $5M | @dgp | @dgd | #gt1 | !low | >2018-Q2 | ?support not_taken | ?cost not_taken",
		},
		{"Former @dgp @dgp", "Former @dgp | @dgp | ?who duplicate"},
		{"Former @justice/secr", "Former @justice/secr | ?who unknown"}, // addressees are institutions
	})
	listen(t, committee.EntryDecision, []heard{
		{"Créer un centre @dgp >15/06/2018 !haute", "Créer un centre !haute | @dgp | >2018-06-15 | ?priority not_taken"},
		{"Créer >T1 2018", "Créer >T1 2018 | ?due not_a_date"},
	})
	listen(t, committee.Statement, []heard{
		{"@justice : le décret est prêt", "le décret est prêt | @mjdh"},
		{"@justice/secr – le décret est prêt >demain", "le décret est prêt >demain | @mj-sg | ?due not_taken"},
		{"peines >5 ans !bizarre", "peines >5 ans !bizarre"}, // no fact anywhere
	})
	listen(t, committee.EntryVote, []heard{{"Adoption @dgp", "Adoption @dgp | ?who not_taken"}})
	for _, line := range []committee.EntryKind{committee.Note, committee.GoodPractice, committee.Difficulty} {
		listen(t, line, []heard{{"@dgp saisit #gt1", "saisit #gt1 | @dgp | ?group not_taken"}})
	}
}

func TestFactsOfALineAreReachedByName(t *testing.T) {
	l := Read(committee.EntryAction, "Saisir @mef/secr +onudc +dgd #gt2 #a3 !b >15/01/2018 $0", known, today, committee.French)
	institution, function := l.Owner()
	if institution != "mef" || function != "mef-sg" {
		t.Errorf("the owner is %s, %s", institution, function)
	}
	if got := l.Supports(); !slices.Equal(got, []committee.InstitutionID{"onudc", "dgd"}) {
		t.Errorf("supported by %v", got)
	}
	if l.Group() != "gt2" || l.Axis() != "axe3" || l.Priority() != committee.Low || l.Due() != "2018-01-15" || l.Cost() == nil || *l.Cost() != 0 {
		t.Errorf("got %+v", l)
	}
	if empty := Read(committee.EntryAction, "Saisir", known, today, committee.French); empty.Cost() != nil || !empty.Due().Zero() || !empty.Review().Zero() {
		t.Errorf("nothing was said, and it says %+v", empty)
	}
	l = Read(committee.EntryDecision, "Créer @dgd @dgp >15/06/2018", known, today, committee.French)
	if got := l.Addressees(); !slices.Equal(got, []committee.InstitutionID{"dgd", "dgp"}) || l.Review() != "2018-06-15" {
		t.Errorf("addressed to %v, reviewed on %s", got, l.Review())
	}
}

func TestFactsStandWhereTheyWereTyped(t *testing.T) {
	const typed = "Œuvrer @« chef de cabinet » §gt2, >fin du mois. @zut, $5 billions"
	l := Read(committee.EntryAction, typed, known, today, committee.French)
	var got []string
	for _, f := range append(l.Facts, l.Unread...) {
		got = append(got, typed[f.From:f.To])
	}
	if want := []string{"@« chef de cabinet »", "§gt2", ">fin du mois", "@zut", "$5 billions"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestEveryFactAndReasonHasWords(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		l := i18n.For(lang)
		w := l.Words.Capture
		for _, line := range committee.EntryKinds {
			if (w.Legends[line] == "") != (len(Takes(line)) == 0) {
				t.Errorf("%s: the legend of a %s is %q", lang, line, w.Legends[line])
			}
			for _, kind := range Takes(line) {
				for _, thing := range []committee.Kind{"", committee.KindAxis} {
					f := Fact{Kind: kind, Thing: committee.Thing{Kind: thing}}
					if w.Facts[Field(line, f)] == "" {
						t.Errorf("%s: no name for the %s of a %s", lang, kind, line)
					}
				}
				for sign, of := range signs {
					if of == kind && !strings.ContainsRune(w.Legends[line]+w.Keys, sign) {
						t.Errorf("%s: neither the legend of a %s nor the keys say %c", lang, line, sign)
					}
				}
			}
		}
		for _, reason := range []committee.Reason{
			committee.ReasonUnknown, committee.ReasonAmbiguous, committee.ReasonNotListed, committee.ReasonNotADue, committee.ReasonNotADate,
			committee.ReasonNotANumber, committee.ReasonOutOfRange, committee.ReasonDuplicate, committee.ReasonNotTaken, committee.ReasonCurrency,
		} {
			if w.Reasons[reason] == "" {
				t.Errorf("%s: no words for %s", lang, reason)
			}
		}
		if got := l.Unread(committee.ReasonAmbiguous, 3); !strings.Contains(got, "3") {
			t.Errorf("%s: %q does not count", lang, got)
		}
	}
}

// checkLine checks what holds for all that can be typed: no word is lost, and
// spans are in order and within the line.
func checkLine(t interface{ Errorf(string, ...any) }, line committee.EntryKind, typed string, l Line) {
	var rest strings.Builder
	at := 0
	for _, f := range l.Facts {
		if f.From < at || f.To <= f.From || f.To > len(typed) || f.Reason != "" {
			t.Errorf("the %s %q has the fact %+v after %d", line, typed, f, at)
			return
		}
		rest.WriteString(typed[at:f.From] + " ")
		at = f.To
	}
	rest.WriteString(typed[at:])
	var kept, left []string
	for _, w := range text.Words(text.Line(rest.String())) {
		kept = append(kept, w.Folded)
	}
	for _, w := range text.Words(l.Text) {
		left = append(left, w.Folded)
	}
	if !slices.Equal(kept, left) {
		t.Errorf("the %s %q has the text %q, without its facts it is %q", line, typed, l.Text, rest.String())
	}
	if text.Line(l.Text) != l.Text || strings.Contains(l.Text, "  ") {
		t.Errorf("the %s %q has the text %q, which is not clean", line, typed, l.Text)
	}
	for _, f := range l.Unread {
		if f.From < 0 || f.To <= f.From || f.To > len(typed) || f.Reason == "" {
			t.Errorf("the %s %q has unread %+v", line, typed, f)
		}
	}
}

var hostile = []string{
	"\x1b[31m@dgp\x1b]0;x\x07 saisir", "\u202e@dgp\u202c saisir", "@d\u200bgp saisir", "@dgp\u202e +onudc", "@\xff\xfe", "\xff @dgp", "@dgp\x00saisir",
	"@\"\"", "@\"", "@\"/\"", "@/", "@a/", "@a//b", ">+", ">++++", "$9999999999999999999999", "$1" + strings.Repeat(" 000", 60), "!\u0301h", "@dgp\u0301",
	"#" + strings.Repeat("a", 300), "@" + strings.Repeat("\u0323", 400), "@a" + strings.Repeat("\x80", 500), "@dgp\n+onudc\r\n#gt1", "\t@dgp\t", "Ω @ﬁn", "@dgp\u2028>demain",
}

func TestHostileLines(t *testing.T) {
	for _, typed := range hostile {
		for _, line := range committee.EntryKinds {
			checkLine(t, line, typed, Read(line, typed, known, today, committee.French))
		}
	}
	if got := said(Read(committee.EntryAction, "\u202e@dgp saisir\x1b[31m", known, today, committee.French)); got != "@dgp saisir[31m" {
		t.Errorf("got %s", got)
	}
}

func TestAMegabyteIsRead(t *testing.T) {
	for _, part := range []string{"a", "@", " @a", " >1", " $1", ` @"`, ` @"a/`, " @direction générale", "\u0301", "\x80", " "} {
		typed := strings.Repeat(part, 1_000_000/len(part))
		checkLine(t, committee.EntryAction, typed, Read(committee.EntryAction, typed, known, today, committee.French))
		known.Complete(committee.EntryAction, typed, len(typed)-1)
	}
}

// typing draws lines made of what matters to them.
func typing(t *rapid.T) string {
	part := rapid.OneOf(
		rapid.SampledFrom([]string{
			"@", "&", "+", "#", "§", "!", ">", "$", " ", " ", " ", "/", `"`, "«", "»", ",", ".", ":", "-", "’", "dgp", "justice", "direction générale", "secrétaire",
			"15/01/2018", "fin du mois", "vendredi", "2 000", "millions", "haute", "b", "gt2", "de", "\u00a0", "\u202e", "\x1b", "\xff", "\u0301",
		}),
		rapid.String(),
	)
	return strings.Join(rapid.SliceOfN(part, 0, 24).Draw(t, "parts"), "")
}

func TestNothingTypedIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := typing(t)
		line := rapid.SampledFrom(committee.EntryKinds).Draw(t, "line")
		checkLine(t, line, typed, Read(line, typed, known, today, rapid.SampledFrom([]committee.Language{committee.French, committee.English}).Draw(t, "lang")))
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, 3)
	}
	f.Add("Saisir le décret @justice +onudc #gt2 !haute >15/01/2018 $2 000 000", 20)
	f.Add("Saisir #Victims’ group (Bamako) @maison de l'enfant & de la famille, $2 000 € par an", 20)
	f.Fuzz(func(t *testing.T, typed string, cursor int) {
		for _, line := range committee.EntryKinds {
			checkLine(t, line, typed, Read(line, typed, known, today, committee.French))
		}
		checkCompletion(t, known, committee.EntryAction, typed, cursor)
	})
}

// crowd is a large committee: 500 candidates with long names.
func crowd() []Candidate {
	var all []Candidate
	themes := strings.Fields("justice santé police douanes finances éducation culture transport énergie mines")
	for i := range 200 {
		id := fmt.Sprint("i", i)
		all = append(all, institutionOf(id, fmt.Sprintf("Direction nationale de la %s et du développement de la région %d", themes[i%10], i), fmt.Sprintf("DN%d", i)))
	}
	for i := range 250 {
		all = append(all, functionOf(fmt.Sprint("f", i), fmt.Sprint("i", i%200), "Directeur national adjoint", fmt.Sprintf("DN%d Directeur national adjoint", i%200)))
	}
	for i := range 50 {
		all = append(all, labelled(committee.KindGroup, fmt.Sprint("g", i), fmt.Sprintf("Groupe de travail %d", i), fmt.Sprint("GT", i)))
	}
	return all
}

func BenchmarkRead(b *testing.B) {
	v := NewVocabulary(crowd())
	for _, typed := range []string{
		"Saisir le décret @DN12 +DN13 #gt2 !haute >15/01/2018 $2 000 000",
		"Saisir le décret @d",
		"Saisir le décret @direction nationale de la justice et transmettre le dossier avant la fin du mois",
		"Saisir le décret >vendredi en huit et transmettre le dossier avant la fin du mois",
	} {
		b.Run(typed[:min(len(typed), 24)], func(b *testing.B) {
			for b.Loop() {
				Read(committee.EntryAction, typed, v, today, committee.French)
				v.Complete(committee.EntryAction, typed, len(typed))
			}
		})
	}
}

func BenchmarkNewVocabulary(b *testing.B) {
	all := crowd()
	for b.Loop() {
		NewVocabulary(all)
	}
}

// A sign that names things means one on a line that is ruled on; on a line of words
// an unknown name behind a sign that it does not take is text.
func TestAnUnknownNameThatTheLineDoesNotTake(t *testing.T) {
	for kind, want := range map[committee.EntryKind]int{committee.EntryRecommendation: 1, committee.EntryDecision: 1, committee.Note: 0} {
		l := Read(kind, "Créer une cellule +inconnue", Vocabulary{}, "2018-01-10", committee.French)
		if len(l.Unread) != want || want > 0 && l.Unread[0].Reason != committee.ReasonNotTaken || l.Text != "Créer une cellule +inconnue" {
			t.Errorf("%s: %+v", kind, l)
		}
	}
}
