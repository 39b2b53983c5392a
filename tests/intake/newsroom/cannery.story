The county of Marnwick has bought the old cannery on the Eldra for 3.4 million crowns and will turn it into a school, it said on Thursday.

“We have children in six container rooms, and we have an empty hall by the river,” said Petra Holm, who heads the county's schools. “It was time to put the two together.”

The cannery has stood empty since 2019, when its last owner moved to Sandholm. An engineer's report of March found the roof sound and the floor wet.

Anton Reyes, a teacher at the school on Mill Lane, said that he would miss the view from the containers, “but not the rain on the tin.”
