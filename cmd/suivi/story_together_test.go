//go:build unix

package main

import (
	"database/sql"
	"testing"

	"suivi/internal/committee"
)

// What somebody does in another program appears without a key, and the cursor
// stays on its row.
func TestStoryOthersChangesAppearByThemselves(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("60 lignes", "échap retour")
	filter(t, term, "A-2017-35", "1 ligne")
	term.WaitFor("▌ A-2017-35")
	other := opened(t, path).As(committee.Actor{Name: "Issa Keïta"})
	a := sheetOf(t, other, "A-2017-35").Action
	a.Text = "Relier les juridictions de Ségou"
	a = must(other.SaveAction(background, a))(t)
	term.WaitFor("▌ A-2017-35  Relier les juridictions de Sé", "Modifié par Issa Keïta")

	term.Press("e")
	waitRow(t, term, "▌ Action", "Relier les juridictions de Ségou")
	term.Press("end")
	term.Type(" et de Mopti")
	a.Remarks = "Avant la saison des pluies"
	must(other.SaveAction(background, a))(t)
	term.WaitFor("Issa Keïta vient de modifier cette fiche.", "Ségou et de Mopti")
	term.Type(" bientôt")
	term.WaitFor("Ségou et de Mopti bientôt", "Issa Keïta vient de modifier cette fiche.")
	term.Press("ctrl+s")
	term.WaitFor("Repris du fichier", "Avant la saison des pluies", "Gardé de votre saisie")
	term.Press("ctrl+s")
	term.WaitFor("A-2017-35 · ")
	quit(t, term)
	sound(t, other)
	if a := sheetOf(t, other, "A-2017-35").Action; a.Text != "Relier les juridictions de Ségou et de Mopti bientôt" || a.Remarks != "Avant la saison des pluies" {
		t.Errorf("the action is %+v", a)
	}
}

// holder is another program that keeps a file for writing.
type holder struct {
	t    *testing.T
	db   *sql.DB
	conn *sql.Conn
}

func holds(t *testing.T, path string) holder {
	t.Helper()
	db := must(sql.Open("sqlite3", "file:"+path))(t)
	h := holder{t, db, must(db.Conn(background))(t)}
	must(h.conn.ExecContext(background, "BEGIN IMMEDIATE"))(t)
	return h
}

func (h holder) letsGo() {
	h.t.Helper()
	must(h.conn.ExecContext(background, "ROLLBACK"))(h.t)
	if err := h.conn.Close(); err != nil {
		h.t.Error(err)
	}
	if err := h.db.Close(); err != nil {
		h.t.Error(err)
	}
}

// Another program keeps the file: the wait is said, esc gives it up with all
// that was typed still there, and without esc it is saved when the file is
// free again; the keys pressed meanwhile then do what they mean.
func TestStoryAnotherProgramKeepsTheFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path)
	term.WaitFor("À traiter")
	term.Press("3")
	term.WaitFor("60 lignes", "échap retour")
	term.Press("n")
	inField(t, term, "Action")
	term.Type("Louer l’annexe du centre")
	kept := holds(t, path)
	term.Press("ctrl+s")
	term.WaitFor("Fichier occupé par un autre programme : en attente… échap pour renoncer", "Louer l’annexe du centre")
	term.Press("esc")
	term.WaitFor("Vous avez renoncé à attendre", "Louer l’annexe du centre", "ctrl+s enregistrer")
	term.WaitGone("en attente…")
	term.Type(" de Kati")
	waitRow(t, term, "▌ Action", "Louer l’annexe du centre de Kati")
	term.Press("ctrl+s")
	term.WaitFor("en attente…")
	term.Press("g", "i")
	kept.letsGo()
	term.WaitFor("Répertoire")
	term.WaitGone("en attente…", "Louer l’annexe")
	quit(t, term)
	s := opened(t, path)
	sound(t, s)
	if a := sheetOf(t, s, "A-2017-61").Action; a.Text != "Louer l’annexe du centre de Kati" {
		t.Errorf("the action is %q", a.Text)
	}
}
