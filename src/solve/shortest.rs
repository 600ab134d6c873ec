//! Shortest ways: Dijkstra's search, backwards, on a graph given by its edges.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A way from a node to another one.
#[derive(Debug, Clone, Copy)]
pub(super) struct GraphEdge {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) price: u32,
}

/// Of each of so many nodes, the price of the cheapest way to one of the goals; `most` if that is not less.
pub(super) fn prices(nodes: usize, edges: &[GraphEdge], goals: impl Iterator<Item = usize>, most: u32) -> Vec<u32> {
    // The edges that lead to a node are next to each other in `into`, from `starts` of it to that of the next node.
    let mut starts = vec![0; nodes + 1];
    for edge in edges {
        starts[edge.to as usize + 1] += 1;
    }
    for node in 0..nodes {
        starts[node + 1] += starts[node];
    }
    let mut places = starts.clone();
    let mut into = vec![(0, 0); edges.len()];
    for edge in edges {
        let place = &mut places[edge.to as usize];
        into[*place] = (edge.from, edge.price);
        *place += 1;
    }
    let mut prices = vec![most; nodes];
    let mut queue = BinaryHeap::new();
    for goal in goals {
        prices[goal] = 0;
        queue.push((Reverse(0), goal as u32));
    }
    while let Some((Reverse(price), node)) = queue.pop() {
        let node = node as usize;
        if price > prices[node] {
            continue;
        }
        for &(from, more) in &into[starts[node]..starts[node + 1]] {
            let known = &mut prices[from as usize];
            if price + more < *known {
                *known = price + more;
                queue.push((Reverse(*known), from));
            }
        }
    }
    prices
}
