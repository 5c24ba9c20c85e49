package io.strata.policies;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random trees, rules, actors, groups and tokens, and every way to read compared with an evaluator that follows the rules'
 * definition word by word, without zones and without a database.
 */
@AgainstStrata
class PolicyPropertyIT {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final long SEED = 20261121;
    private static final int WORLDS = 2;
    private static final int NODES = 25;
    private static final int RULES = 30;
    private static final int MOVES = 6;
    private static final int TRIPLES = 10_000;
    private static final List<String> ROLES = List.of("VIEWER", "AGENT", "MEMBER", "ADMIN", "OWNER");
    private static final List<String> PARTS =
            List.of("/history", "/attachments", "/artifacts", "/watchers", "/reactions");
    private static final Map<String, Integer> LEAST = Map.of("node_read", 0, "node_write", 1, "comment_read", 0);

    /** What a token is limited to; {@code null} where it is not. Places are nodes, or the workspace when it is empty. */
    private record Limits(UUID token, Set<UUID> places, Set<String> actions) {}

    /** Somebody who asks: signed in when there are no limits, otherwise with a token. */
    private record Somebody(Person person, String role, boolean administrator, Limits limits, Api api) {

        boolean isFor(String action) {
            return limits == null
                    || limits.actions() == null
                    || limits.actions().contains(action);
        }
    }

    private record Rule(
            UUID id, String action, boolean allow, UUID actor, UUID group, String role, UUID node, boolean alone) {}

    private final World world;
    private final Random random = new Random(SEED);
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, String> titles = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> mentions = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Somebody> actors = new ArrayList<>();

    /** Who is in each group. */
    private final Map<UUID, Set<UUID>> groups = new LinkedHashMap<>();

    private TestProject project;
    private int triples;

    PolicyPropertyIT(World world) {
        this.world = world;
    }

    @Test
    void leaksNothingOnAnyWay() {
        for (int i = 0; i < WORLDS; i++) {
            build();
            compare();
            shake();
            compare();
        }
        assertThat(triples).isGreaterThanOrEqualTo(TRIPLES);
    }

    private void build() {
        parents.clear();
        titles.clear();
        rules.clear();
        actors.clear();
        mentions.clear();
        groups.clear();
        project = world.project();
        titles.put(project.rootId(), "root");
        List<UUID> components = new ArrayList<>(List.of(project.rootId()));
        for (int i = 0; i < NODES; i++) {
            UUID parent = components.get(random.nextInt(components.size()));
            boolean component = random.nextInt(3) > 0;
            String title = World.word();
            UUID id = project.create(component ? "component" : "issue", title, parent)
                    .id();
            parents.put(id, parent);
            titles.put(id, title);
            if (component) {
                components.add(id);
            }
            project.api()
                    .post("/nodes/" + id + "/comments", object("text", "said of " + title))
                    .mustBe(201);
        }
        for (String role : ROLES) {
            actors.add(somebody(role));
        }
        actors.add(somebody("MEMBER"));
        actors.add(somebody(null));
        actors.add(somebody(null));
        UUID agent = addAgent();
        addGroups();
        for (int i = 0; i < RULES; i++) {
            makeRule();
        }
        mentionEverybody();
        giveTokens(agent);
    }

    /** Two groups of random actors, and one that makes viewers of two people who are no members otherwise. */
    private void addGroups() {
        for (int i = 0; i < 2; i++) {
            UUID group = addGroup(null);
            actors.stream().filter(actor -> random.nextInt(3) == 0).forEach(actor -> join(group, actor.person()));
        }
        UUID viewers = addGroup("viewer");
        for (int i = 0; i < 2; i++) {
            Person person = world.person();
            join(viewers, person);
            actors.add(new Somebody(person, "VIEWER", false, null, world.as(person)));
        }
    }

    private UUID addGroup(String role) {
        UUID group = project.api()
                .post(project.workspace().path("/groups"), object("name", World.word(), "role", role))
                .mustBe(201)
                .id();
        groups.put(group, new HashSet<>());
        return group;
    }

    private void join(UUID group, Person person) {
        project.api()
                .post("/groups/" + group + "/members", object("actor_id", person.id()))
                .mustBe(201);
        groups.get(group).add(person.id());
    }

    /** An agent without limits of its own; it calls with a token for the workspace. */
    private UUID addAgent() {
        String handle = "agent-" + World.word();
        UUID id = project.api()
                .post(project.workspace().path("/agents"), object("handle", handle, "display_name", "Agent"))
                .mustBe(201)
                .id();
        ApiToken token = ApiToken.ofAgent(world, project.api(), id);
        Person person = new Person(id, handle, token.secret());
        actors.add(new Somebody(person, "AGENT", false, new Limits(token.id(), Set.of(), null), token.api()));
        return id;
    }

    /** Random tokens of people with and without a role, of an administrator of the installation, and of an agent. */
    private void giveTokens(UUID agent) {
        List<Somebody> owners =
                actors.stream().filter(actor -> actor.limits() == null).toList();
        for (Somebody owner : owners) {
            if (random.nextBoolean()) {
                giveToken(owner, owner.api(), null);
            }
        }
        UUID administrator = UUID.fromString(project.api().get("/auth/me").text("actor_id"));
        Person person = new Person(administrator, "administrator", null);
        giveToken(new Somebody(person, null, true, null, project.api()), project.api(), null);
        Somebody worker = actors.stream()
                .filter(actor -> actor.person().id().equals(agent))
                .findFirst()
                .orElseThrow();
        giveToken(worker, project.api(), agent);
    }

    private void giveToken(Somebody owner, Api maker, UUID agent) {
        List<UUID> choice = titles.keySet().stream()
                .filter(node -> agent != null || may(owner, "node_read", node))
                .toList();
        Set<UUID> places = new HashSet<>();
        for (int i = random.nextInt(3); i > 0 && !choice.isEmpty(); i--) {
            places.add(choice.get(random.nextInt(choice.size())));
        }
        Set<String> actions = switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> Set.of("node_read", "comment_read");
            default -> Set.of("node_read", "node_write");
        };
        if (places.isEmpty() && actions == null) {
            actions = Set.of("node_read");
        }
        Object[] request = {
            "nodes", places.isEmpty() ? null : places, "actions", actions == null ? null : List.copyOf(actions)
        };
        ApiToken token =
                agent == null ? ApiToken.of(world, maker, request) : ApiToken.ofAgent(world, maker, agent, request);
        actors.add(new Somebody(
                owner.person(),
                owner.role(),
                owner.administrator(),
                new Limits(token.id(), places, actions),
                token.api()));
    }

    private Somebody somebody(String role) {
        Person person = role == null ? world.person() : project.workspace().join(role);
        return new Somebody(person, role, false, null, world.as(person));
    }

    private void makeRule() {
        String action = List.copyOf(LEAST.keySet()).get(random.nextInt(LEAST.size()));
        boolean allow = random.nextBoolean();
        Somebody whom = actors.get(random.nextInt(actors.size()));
        UUID group = random.nextInt(3) == 0 ? List.copyOf(groups.keySet()).get(random.nextInt(groups.size())) : null;
        boolean personal = group == null && (whom.role() == null || random.nextBoolean());
        String role = group != null || personal ? null : whom.role();
        List<UUID> nodes = List.copyOf(titles.keySet());
        UUID node = random.nextInt(8) == 0 ? null : nodes.get(random.nextInt(nodes.size()));
        boolean alone = node != null && random.nextInt(4) == 0;
        Answer answer = project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "action", action,
                                "effect", allow ? "allow" : "deny",
                                "actor_id", personal ? whom.person().id() : null,
                                "group_id", group,
                                "role", role == null ? null : role.toLowerCase(Locale.ROOT),
                                "node_id", node,
                                "reach", node == null ? null : alone ? "node" : "subtree"));
        if (answer.status() != 409) {
            rules.add(new Rule(
                    answer.mustBe(201).id(),
                    action,
                    allow,
                    personal ? whom.person().id() : null,
                    group,
                    role,
                    node,
                    alone));
        }
    }

    /** Moves some nodes, and takes some rules away. */
    private void shake() {
        List<UUID> nodes = List.copyOf(parents.keySet());
        for (int i = 0; i < MOVES; i++) {
            UUID node = nodes.get(random.nextInt(nodes.size()));
            UUID target = nodes.get(random.nextInt(nodes.size()));
            if (project.api()
                            .post("/nodes/" + node + "/move", object("parent_id", target))
                            .status()
                    == 200) {
                parents.put(node, target);
            }
        }
        for (int i = 0; i < 5 && !rules.isEmpty(); i++) {
            Rule rule = rules.remove(random.nextInt(rules.size()));
            project.api().delete("/rules/" + rule.id()).mustBe(204);
        }
        for (int i = 0; i < 5; i++) {
            makeRule();
        }
        regroup();
    }

    /** Takes somebody out of a group. */
    private void regroup() {
        groups.forEach((group, members) -> members.stream()
                .filter(member -> actors.stream()
                        .noneMatch(actor -> actor.person().id().equals(member) && "VIEWER".equals(actor.role())))
                .findFirst()
                .ifPresent(member -> {
                    project.api()
                            .delete("/groups/" + group + "/members/" + member)
                            .mustBe(204);
                    members.remove(member);
                }));
    }

    private void compare() {
        for (Somebody actor : actors) {
            Set<UUID> visible = titles.keySet().stream()
                    .filter(node -> may(actor, "node_read", node))
                    .collect(Collectors.toSet());
            comparesList(actor, visible);
            comparesMentions(actor);
            for (UUID node : titles.keySet()) {
                if (actor.limits() == null || random.nextBoolean()) {
                    comparesNode(actor, node, visible);
                }
            }
        }
    }

    private void comparesList(Somebody actor, Set<UUID> visible) {
        Answer list = actor.api().get(project.path("/nodes?limit=200"));
        boolean known = actor.limits() == null && actor.role() != null || !visible.isEmpty();
        if (actor.limits() != null && visible.isEmpty()) { // then it may know the project or not
            assertThat(list.status() == 404 || list.items().isEmpty())
                    .as(about(actor, null))
                    .isTrue();
        } else {
            assertThat(list.status()).as(about(actor, null)).isEqualTo(known ? 200 : 404);
        }
        if (known) {
            assertThat(ids(list.items())).as(about(actor, null)).isEqualTo(visible);
            leaksNoTitle(actor, actor.api().get(project.path("/export")).mustBe(200), visible);
            assertThat(ids(listed(tool(actor, "find_nodes", "project", project.id(), "limit", 200))))
                    .as(about(actor, null))
                    .isEqualTo(visible);
            leaksNoTitle(actor, tool(actor, "next_work", "project", project.id(), "limit", 200), visible);
            leaksNoTitle(actor, tool(actor, "list_projects"), visible);
        }
        if (visible.contains(project.rootId())) {
            String root = "/nodes/" + project.rootId();
            leaksNoTitle(actor, actor.api().get(root + "/subtree?limit=200").mustBe(200), visible);
            leaksNoTitle(actor, actor.api().get(root + "/neighbours?hops=3").mustBe(200), visible);
            leaksNoTitle(actor, tool(actor, "read_subtree", "node", project.rootId(), "limit", 1000), visible);
            leaksNoTitle(actor, tool(actor, "list_unblocked", "node", project.rootId(), "limit", 200), visible);
        }
        triples += titles.size();
    }

    /** Of the mentions that were noted, as many are told as there are comments to read. */
    private void comparesMentions(Somebody actor) {
        if (actor.administrator() || actor.person().handle().startsWith("agent-")) {
            return; // one is mentioned elsewhere too, and the other not as a person
        }
        Set<UUID> mentioned = mentions.getOrDefault(actor.person().id(), Set.of());
        Set<UUID> told = actor.api().get("/mentions?limit=200").mustBe(200).items().stream()
                .map(mention -> UUID.fromString(mention.getString("node_id")))
                .collect(Collectors.toSet());
        assertThat(told)
                .as(about(actor, null))
                .isEqualTo(mentioned.stream()
                        .filter(node -> may(actor, "comment_read", node))
                        .collect(Collectors.toSet()));
        triples += mentioned.size();
    }

    /** Calls everybody on every node; only who may read the comment then is mentioned in it. */
    private void mentionEverybody() {
        String call =
                actors.stream().map(actor -> "@" + actor.person().handle()).collect(Collectors.joining(" "));
        for (UUID node : titles.keySet()) {
            project.api()
                    .post("/nodes/" + node + "/comments", object("text", call))
                    .mustBe(201);
            for (Somebody actor : actors) {
                if (may(actor, "comment_read", node)) {
                    mentions.computeIfAbsent(actor.person().id(), id -> new HashSet<>())
                            .add(node);
                }
            }
        }
    }

    private void leaksNoTitle(Somebody actor, Answer answer, Set<UUID> visible) {
        String text = answer.text();
        titles.forEach((node, title) -> {
            if (!visible.contains(node) && !node.equals(project.rootId())) {
                assertThat(text).as(about(actor, node)).doesNotContain(title);
            }
        });
        triples += titles.size();
    }

    /** The answer to a call over the Model Context Protocol. */
    private static Answer tool(Somebody actor, String name, Object... arguments) {
        Map<String, Object> params = object("name", name, "arguments", object(arguments));
        return actor.api()
                .send(actor.api()
                        .request("//mcp")
                        .header("Content-Type", "application/json")
                        .header("MCP-Protocol-Version", "2025-11-25")
                        .POST(BodyPublishers.ofString(JSON.toJson(
                                object("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", params)))))
                .mustBe(200);
    }

    private static List<JsonObject> listed(Answer called) {
        return called.json()
                .getJsonObject("result")
                .getJsonObject("structuredContent")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private void comparesTools(Somebody actor, UUID node, Set<UUID> visible) {
        if (random.nextInt(4) > 0) {
            return;
        }
        Answer read = tool(actor, "read_node", "node", node);
        assertThat(read.json().getJsonObject("result").getBoolean("isError"))
                .as("a tool for " + about(actor, node))
                .isEqualTo(!visible.contains(node));
        leaksNoTitle(actor, read, visible);
        Answer comments = tool(actor, "list_comments", "node", node);
        assertThat(comments.json().getJsonObject("result").getBoolean("isError"))
                .as("a tool for " + about(actor, node))
                .isEqualTo(!may(actor, "comment_read", node));
        leaksNoTitle(actor, comments, visible);
        triples += 2;
    }

    private void comparesNode(Somebody actor, UUID node, Set<UUID> visible) {
        comparesTools(actor, node, visible);
        String path = "/nodes/" + node;
        Answer answer = actor.api().get(path);
        Answer comments = actor.api().get(path + "/comments");
        Answer patch = actor.api().patch(path, object("labels", List.of()));
        String more = PARTS.get(random.nextInt(PARTS.size()));
        int found = actor.api().get(path + more).status();
        boolean notMeant =
                found == 403 && actor.limits() != null && actor.limits().actions() != null;
        assertThat(notMeant ? 200 : found)
                .as(more + " for " + about(actor, node))
                .isEqualTo(notMeant || visible.contains(node) ? 200 : 404);
        triples += 4;
        if (!visible.contains(node)) {
            assertThat(answer.status()).as(about(actor, node)).isEqualTo(404);
            assertThat(comments.status()).as(about(actor, node)).isEqualTo(actor.isFor("comment_read") ? 404 : 403);
            assertThat(patch.status()).as(about(actor, node)).isEqualTo(actor.isFor("node_write") ? 404 : 403);
            assertThat(answer.text()).doesNotContain(titles.get(node));
            return;
        }
        Set<UUID> children = parents.entrySet().stream()
                .filter(child -> node.equals(child.getValue()) && visible.contains(child.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        JsonObject context = answer.mustBe(200).json();
        assertThat(ids(context.getJsonArray("children").getValuesAs(JsonObject.class)))
                .as(about(actor, node))
                .isEqualTo(children);
        assertThat(context.getInt("child_count")).as(about(actor, node)).isEqualTo(children.size());
        assertThat(ids(context.getJsonArray("path").getValuesAs(JsonObject.class)))
                .as(about(actor, node))
                .isEqualTo(ancestors(node).stream().filter(visible::contains).collect(Collectors.toSet()));
        assertThat(comments.status()).as(about(actor, node)).isEqualTo(may(actor, "comment_read", node) ? 200 : 403);
        assertThat(context.containsKey("comments")).as(about(actor, node)).isEqualTo(may(actor, "comment_read", node));
        assertThat(patch.status()).as(about(actor, node)).isEqualTo(may(actor, "node_write", node) ? 200 : 403);
        triples += 4;
        comparesExplanation(actor, node);
    }

    private void comparesExplanation(Somebody actor, UUID node) {
        if (random.nextInt(4) > 0) {
            return;
        }
        for (String action : LEAST.keySet()) {
            JsonObject why = project.api()
                    .get("/nodes/" + node + "/access/explain?actor="
                            + actor.person().id() + "&action=" + action
                            + (actor.limits() == null
                                    ? ""
                                    : "&token=" + actor.limits().token()))
                    .mustBe(200)
                    .json();
            assertThat(why.getBoolean("allowed")).as(about(actor, node)).isEqualTo(may(actor, action, node));
            triples++;
        }
    }

    /** The definition: a token allows what its actor may do, where it reaches, if it is for it. */
    private boolean may(Somebody actor, String action, UUID node) {
        return actor.isFor(action)
                && isReached(actor, node)
                && (actor.administrator() || mayOwner(actor, action, node));
    }

    private boolean isReached(Somebody actor, UUID node) {
        Set<UUID> places = actor.limits() == null ? Set.of() : actor.limits().places();
        return places.isEmpty()
                || places.contains(node)
                || ancestors(node).stream().anyMatch(places::contains);
    }

    /** The nearest scope decides, there the actor's rule before a group's, that before the role's, and deny before allow. */
    private boolean mayOwner(Somebody actor, String action, UUID node) {
        if (!action.equals("node_read") && !mayOwner(actor, "node_read", node)) {
            return false;
        }
        List<Predicate<Rule>> scopes = new ArrayList<>();
        scopes.add(rule -> node.equals(rule.node()) && rule.alone());
        scopes.add(rule -> node.equals(rule.node()) && !rule.alone());
        ancestors(node).forEach(ancestor -> scopes.add(rule -> ancestor.equals(rule.node()) && !rule.alone()));
        scopes.add(rule -> rule.node() == null);
        for (Predicate<Rule> scope : scopes) {
            UUID self = actor.person().id();
            List<Predicate<Rule>> subjects = List.of(
                    rule -> self.equals(rule.actor()),
                    rule -> rule.group() != null && groups.get(rule.group()).contains(self),
                    rule -> rule.role() != null && Objects.equals(actor.role(), rule.role()));
            for (Predicate<Rule> subject : subjects) {
                List<Rule> here = rules.stream()
                        .filter(scope)
                        .filter(rule -> rule.action().equals(action))
                        .filter(subject)
                        .toList();
                if (!here.isEmpty()) {
                    return here.stream().allMatch(Rule::allow);
                }
            }
        }
        return actor.role() != null && ROLES.indexOf(actor.role()) >= LEAST.get(action);
    }

    /** From the parent up to the root. */
    private List<UUID> ancestors(UUID node) {
        List<UUID> ancestors = new ArrayList<>();
        for (UUID above = parents.get(node); above != null; above = parents.get(above)) {
            ancestors.add(above);
        }
        return ancestors;
    }

    private static Set<UUID> ids(List<JsonObject> nodes) {
        return new HashSet<>(nodes.stream()
                .map(node -> UUID.fromString(node.getString("id")))
                .toList());
    }

    private String about(Somebody actor, UUID node) {
        return "seed " + SEED + ", actor " + actor.role() + " " + actor.person().handle() + ", node " + node
                + ", limits " + actor.limits() + ", rules "
                + rules.stream()
                        .filter(rule -> rule.role() != null && rule.role().equals(actor.role())
                                || rule.group() != null
                                        && groups.get(rule.group())
                                                .contains(actor.person().id())
                                || actor.person().id().equals(rule.actor()))
                        .toList();
    }
}
