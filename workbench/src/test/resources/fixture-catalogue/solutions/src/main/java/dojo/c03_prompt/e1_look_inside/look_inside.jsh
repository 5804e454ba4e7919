/answer items 3
