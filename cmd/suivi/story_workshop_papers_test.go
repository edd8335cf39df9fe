//go:build unix

package main

import "strings"

// wrotePapers reads the papers: each day, each half-day, what was proposed, then
// adopted, and the vote with the presence that was true for it.
func (w *workshop) wrotePapers() {
	w.t.Helper()
	files := content(w.t, w.dir)
	for name, pieces := range map[string][]string{
		"projet-de-pv-atelier-2017-10-30.md": {
			"Les travaux sont ouverts le lundi 30 octobre 2017 à 9 h 05 sous la présidence d’Oumar Bah, Point focal MAE",
			"suspendus le lundi 30 octobre 2017 à 16 h 40 et repris le mardi 31 octobre 2017 à 9 h 10.",
			"suspendus le mercredi 1er novembre 2017 à 16 h 50 et repris le jeudi 2 novembre 2017 à 9 h 20.",
			"présent : J1 matin, J1 après-midi et J2 matin<br>représenté par Moussa Sangaré (suppléant) : J3 après-midi<br>excusé : J4 matin",
			"J1 matin : 4 structures sur 6, quorum de 3 atteint", "J1 après-midi : 5 structures sur 6, quorum de 3 atteint",
			"Bonne pratique : Le Sénégal forme ses points focaux chaque année.", "Difficulté : Les échéances ne sont suivies par personne.",
			"Recommandation R-2017-02 (proposée) : Tenir une réunion de coordination par trimestre",
			"**Examen :** le 31/10/2017 à 9 h 10",
			"**Présence :** 3 structures sur 6, quorum de 3 atteint", "Arrivée : Issa Keïta", "Les deux commissions ont remis leur rapport.",
			"Décision D-2017-01** (adoptée)", "Recommandation R-2017-01** (adoptée)",
			"Adoptée par 3 voix pour, 1 contre et 0 abstention, par appel nominal", "Présence au moment du vote :** 4 structures sur 6, quorum de 3 atteint",
			"Oumar Bah, Point focal MAE (Ministère des Affaires étrangères) : contre", "Recommandation R-2017-02** (adoptée)",
			"Les travaux sont clos le jeudi 2 novembre 2017 à 12 h 45.",
		},
		"releve-de-decisions-atelier-2017-10-30.txt": {
			"Le Comité adopte les lignes directrices de coordination.", "R-2017-01", "R-2017-02", "R-2017-03", "R-2017-04", "A-2017-01",
		},
	} {
		rest := spaced(files[name])
		for _, p := range pieces {
			_, after, found := strings.Cut(rest, p)
			if !found {
				w.t.Fatalf("%s has no %q, or not after the one before:\n%s", name, p, files[name])
			}
			rest = after
		}
	}
}
