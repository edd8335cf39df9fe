-- How many actions and recommendations carry out a guideline and an article, and the words of what
-- the others speak of, are kept so that no list goes through the roadmap.

-- The live actions tied to an article, and to any live article of a guideline,
-- each counted once.
ALTER TABLE article ADD COLUMN actions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE guideline ADD COLUMN actions INTEGER NOT NULL DEFAULT 0;
CREATE VIEW article_action AS
SELECT l.article, l.action FROM action_article l CROSS JOIN roadmap_action x ON x.id = l.action WHERE x.archived = 0;
CREATE VIEW guideline_action AS
SELECT DISTINCT a.guideline, l.action FROM article_action l CROSS JOIN article a ON a.id = l.article WHERE a.archived = 0;
UPDATE article SET actions = n FROM (SELECT article, count(*) n FROM article_action GROUP BY article) s WHERE s.article = article.id;
UPDATE guideline SET actions = n FROM (SELECT guideline, count(*) n FROM guideline_action GROUP BY guideline) s WHERE s.guideline = guideline.id;

-- What is about to change is taken off, what has changed is added.
CREATE TRIGGER action_article_comes BEFORE INSERT ON action_article
BEGIN
	UPDATE guideline SET actions = actions - 1 WHERE id IN (SELECT guideline FROM guideline_action WHERE action = NEW.action);
END;
CREATE TRIGGER action_article_came AFTER INSERT ON action_article
BEGIN
	UPDATE article SET actions = actions + 1 WHERE id IN (SELECT article FROM article_action WHERE action = NEW.action AND article = NEW.article);
	UPDATE guideline SET actions = actions + 1 WHERE id IN (SELECT guideline FROM guideline_action WHERE action = NEW.action);
END;
CREATE TRIGGER action_article_goes BEFORE DELETE ON action_article
BEGIN
	UPDATE article SET actions = actions - 1 WHERE id IN (SELECT article FROM article_action WHERE action = OLD.action AND article = OLD.article);
	UPDATE guideline SET actions = actions - 1 WHERE id IN (SELECT guideline FROM guideline_action WHERE action = OLD.action);
END;
CREATE TRIGGER action_article_went AFTER DELETE ON action_article
BEGIN
	UPDATE guideline SET actions = actions + 1 WHERE id IN (SELECT guideline FROM guideline_action WHERE action = OLD.action);
END;
CREATE TRIGGER action_article_leaves BEFORE UPDATE OF archived ON roadmap_action WHEN OLD.archived <> NEW.archived
BEGIN
	UPDATE article SET actions = actions - 1 WHERE id IN (SELECT article FROM article_action WHERE action = OLD.id);
	UPDATE guideline SET actions = actions - 1 WHERE id IN (SELECT guideline FROM guideline_action WHERE action = OLD.id);
END;
CREATE TRIGGER action_article_returns AFTER UPDATE OF archived ON roadmap_action WHEN OLD.archived <> NEW.archived
BEGIN
	UPDATE article SET actions = actions + 1 WHERE id IN (SELECT article FROM article_action WHERE action = NEW.id);
	UPDATE guideline SET actions = actions + 1 WHERE id IN (SELECT guideline FROM guideline_action WHERE action = NEW.id);
END;
-- An article seldom leaves its guideline: then both are counted.
CREATE TRIGGER article_moved AFTER UPDATE OF archived, guideline ON article WHEN (OLD.archived, OLD.guideline) <> (NEW.archived, NEW.guideline)
BEGIN
	UPDATE guideline SET actions = (SELECT count(*) FROM guideline_action s WHERE s.guideline = guideline.id) WHERE id IN (OLD.guideline, NEW.guideline);
END;

-- The same for recommendations.
ALTER TABLE article ADD COLUMN recommendations INTEGER NOT NULL DEFAULT 0;
ALTER TABLE guideline ADD COLUMN recommendations INTEGER NOT NULL DEFAULT 0;
CREATE VIEW article_recommendation AS
SELECT l.article, l.recommendation FROM recommendation_article l CROSS JOIN recommendation x ON x.id = l.recommendation WHERE x.archived = 0;
CREATE VIEW guideline_recommendation AS
SELECT DISTINCT a.guideline, l.recommendation FROM article_recommendation l CROSS JOIN article a ON a.id = l.article WHERE a.archived = 0;
UPDATE article SET recommendations = n FROM (SELECT article, count(*) n FROM article_recommendation GROUP BY article) s WHERE s.article = article.id;
UPDATE guideline SET recommendations = n FROM (SELECT guideline, count(*) n FROM guideline_recommendation GROUP BY guideline) s WHERE s.guideline = guideline.id;

CREATE TRIGGER recommendation_article_comes BEFORE INSERT ON recommendation_article
BEGIN
	UPDATE guideline SET recommendations = recommendations - 1 WHERE id IN (SELECT guideline FROM guideline_recommendation WHERE recommendation = NEW.recommendation);
END;
CREATE TRIGGER recommendation_article_came AFTER INSERT ON recommendation_article
BEGIN
	UPDATE article SET recommendations = recommendations + 1 WHERE id IN (SELECT article FROM article_recommendation WHERE recommendation = NEW.recommendation AND article = NEW.article);
	UPDATE guideline SET recommendations = recommendations + 1 WHERE id IN (SELECT guideline FROM guideline_recommendation WHERE recommendation = NEW.recommendation);
END;
CREATE TRIGGER recommendation_article_goes BEFORE DELETE ON recommendation_article
BEGIN
	UPDATE article SET recommendations = recommendations - 1 WHERE id IN (SELECT article FROM article_recommendation WHERE recommendation = OLD.recommendation AND article = OLD.article);
	UPDATE guideline SET recommendations = recommendations - 1 WHERE id IN (SELECT guideline FROM guideline_recommendation WHERE recommendation = OLD.recommendation);
END;
CREATE TRIGGER recommendation_article_went AFTER DELETE ON recommendation_article
BEGIN
	UPDATE guideline SET recommendations = recommendations + 1 WHERE id IN (SELECT guideline FROM guideline_recommendation WHERE recommendation = OLD.recommendation);
END;
CREATE TRIGGER recommendation_article_leaves BEFORE UPDATE OF archived ON recommendation WHEN OLD.archived <> NEW.archived
BEGIN
	UPDATE article SET recommendations = recommendations - 1 WHERE id IN (SELECT article FROM article_recommendation WHERE recommendation = OLD.id);
	UPDATE guideline SET recommendations = recommendations - 1 WHERE id IN (SELECT guideline FROM guideline_recommendation WHERE recommendation = OLD.id);
END;
CREATE TRIGGER recommendation_article_returns AFTER UPDATE OF archived ON recommendation WHEN OLD.archived <> NEW.archived
BEGIN
	UPDATE article SET recommendations = recommendations + 1 WHERE id IN (SELECT article FROM article_recommendation WHERE recommendation = NEW.id);
	UPDATE guideline SET recommendations = recommendations + 1 WHERE id IN (SELECT guideline FROM guideline_recommendation WHERE recommendation = NEW.id);
END;
CREATE TRIGGER article_moves AFTER UPDATE OF archived, guideline ON article WHEN (OLD.archived, OLD.guideline) <> (NEW.archived, NEW.guideline)
BEGIN
	UPDATE guideline SET recommendations = (SELECT count(*) FROM guideline_recommendation s WHERE s.guideline = guideline.id) WHERE id IN (OLD.guideline, NEW.guideline);
END;

-- The words of what names the others, to be looked through.
CREATE INDEX search_head ON search_document (doc, kind, id, archived, folded) WHERE kind IN
	('committee', 'axis', 'institution', 'function', 'person', 'group', 'reference', 'meeting', 'decision', 'guideline', 'article');
